import { type Span, spanOf, trimSpan } from '../../model/index.ts';
import type { Document, Entity, Token } from '../../read/index.ts';
import { type Extents, spanOfTokens } from '../phrase.ts';
import type { Draft, Run } from './draft.ts';

/** Do words that are not content stand between the pieces? */
export function hasGap(document: Document, runs: readonly Run[]): boolean {
  return runs.some((run, place) => {
    const next = runs[place + 1];
    if (!next) return false;
    for (let index = run[1] + 1; index < next[0]; index++)
      if ((document.tokens[index] as Token).upos !== 'PUNCT') return true;
    return false;
  });
}

/** The span with the whole of a name that it cuts through, as long as the cue stays outside. */
export function wholeNames(document: Document, span: Span, draft: Draft): Span {
  let { start, end } = span;
  const cue = [document.tokens[draft.cue[0]] as Token, document.tokens[draft.cue[1]] as Token] as const;
  for (let index = firstEntityFrom(document, start); index < document.entities.length; index++) {
    const entity = document.entities[index] as Entity;
    if (entity.start >= end) break;
    if (entity.end > end && (entity.end <= cue[0].start || entity.start >= cue[1].end)) end = entity.end;
    if (entity.start < start && entity.start >= cue[1].end) start = entity.start;
  }
  return start === span.start && end === span.end ? span : spanOf(document.article.text, start, end);
}

function firstEntityFrom(document: Document, offset: number): number {
  let low = 0;
  let high = document.entities.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.entities[middle] as Entity).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** From the first piece to the last: where the cue interrupts a quotation, the words between the pieces are in it. */
export function contentSpan(document: Document, runs: readonly Run[]): Span {
  let first = Infinity;
  let last = -1;
  for (const run of runs) {
    first = Math.min(first, run[0]);
    last = Math.max(last, run[1]);
  }
  const span = spanOfTokens(document, first, last);
  const dateline = datelineLength(document, first);
  return trimSpan(document.article.text, Math.min(span.start + dateline, span.end), span.end);
}

/** 'TBILISI, 5 March (Agency) – ' at the start of a paragraph belongs to nobody's words. */
function datelineLength(document: Document, first: number): number {
  const token = document.tokens[first] as Token;
  const paragraph = document.article.paragraphs[document.sentences[token.sentence]?.paragraph ?? -1];
  if (!paragraph || paragraph.start !== token.start) return 0;
  return DATELINE.exec(paragraph.text.slice(0, 90))?.[0].length ?? 0;
}

const DATELINE = /^\p{Lu}[\p{Lu}\s.'-]{2,30}(?:,[^–—-]{0,30})?(?:\([^)]{1,30}\))?\s*[–—-]+\s/u;

export function hasWords(document: Document, [first, last]: Run): boolean {
  for (let index = first; index <= last; index++)
    if ((document.tokens[index] as Token).upos !== 'PUNCT') return true;
  return false;
}

/** The content without the cue and the speaker beside it, where a run reaches over them at one of its ends. */
export function withoutCluster(extents: Extents, draft: Draft): Run[] {
  const speaker = draft.speakerRun ?? (draft.speaker ? ownWords(extents, draft) : null);
  const near = speaker && Math.max(speaker[0], draft.cue[0]) - Math.min(speaker[1], draft.cue[1]) <= 3;
  const cluster: Run = near
    ? [Math.min(speaker[0], draft.cue[0]), Math.max(speaker[1], draft.cue[1])]
    : draft.cue;
  return draft.content.flatMap((run) => {
    if (cluster[0] > run[0] && cluster[1] >= run[1] - 1 && cluster[0] <= run[1])
      return [[run[0], cluster[0] - 1] as const];
    if (cluster[0] <= run[0] && cluster[1] < run[1] && cluster[1] >= run[0])
      return [[cluster[1] + 1, run[1]] as const];
    return run[1] >= run[0] && !(cluster[0] <= run[0] && cluster[1] >= run[1]) ? [run] : [];
  });
}

/** The speaker's words if they do not reach over the cue themselves. */
function ownWords(extents: Extents, draft: Draft): Run | null {
  const head = (draft.speaker as Token).index;
  const run: Run = [extents.first[head] as number, extents.last[head] as number];
  return run[0] <= draft.cue[0] && run[1] >= draft.cue[1] ? [head, head] : run;
}

/** The speaking noun phrase without what the cue hangs on it ('the minister, who said …'). */
export function speakerSpan(document: Document, extents: Extents, draft: Draft): Span {
  if (draft.speakerRun) return spanOfTokens(document, ...draft.speakerRun);
  const head = draft.speaker as Token;
  let first = extents.first[head.index] as number;
  let last = extents.last[head.index] as number;
  for (const index of head.children) {
    const child = document.tokens[index] as Token;
    const from = extents.first[index] as number;
    const to = extents.last[index] as number;
    const isCase =
      child.deprel === 'case' || child.deprel === 'cc' || child.deprel === 'punct' || child.deprel === 'mark';
    const holdsCue = from <= draft.cue[1] && to >= draft.cue[0];
    if (isCase && child.index < head.index && from === first) first = to + 1;
    else if (holdsCue && from > head.index) last = Math.min(last, from - 1);
    else if (holdsCue && to < head.index) first = Math.max(first, to + 1);
  }
  return spanOfTokens(document, Math.min(first, head.index), Math.max(last, head.index));
}
