import { contains, type Span, type Stance, spanOf, trimSpan } from '../../model/index.ts';
import type { Document, Entity, Token } from '../../read/index.ts';
import type { ActorRegistry, Attribution } from '../context.ts';
import { type Extents, spanOfTokens } from '../phrase.ts';
import { draftOfAccordingTo } from './according-to.ts';
import { lendSpeakers } from './coordination.ts';
import type { Draft, Run } from './draft.ts';
import { draftOfHeadline } from './headline.ts';
import { deadlineOf, itemsOf } from './items.ts';
import { type ClaimLexicon, claimLexiconOf } from './lexicon.ts';
import { draftOfNoun } from './noun-cues.ts';
import { assignQuotations } from './quotation-speakers.ts';
import { quotationOfTokens, quotationsOf } from './quotations.ts';
import { refinedStance } from './stance.ts';
import { draftOfSurface } from './surface.ts';
import { draftOfVerb } from './verb-cues.ts';

/** All attributions of a document in text order; none where its language has no lexicon or its sentences no trees. */
export function attributionsOf(document: Document, extents: Extents, actors: ActorRegistry): Attribution[] {
  const lexicon = claimLexiconOf(document.language);
  if (!lexicon || !document.hasTrees) return [];
  const quotations = quotationsOf(document);
  const inside = quotationOfTokens(document, quotations);
  const drafts: Draft[] = [];
  for (const token of document.tokens) {
    if (document.sentences[token.sentence]?.language !== document.language) continue;
    const within = inside[token.index] as number;
    if (within >= 0 && (quotations[within]?.words ?? 0) > SHORT_QUOTATION) continue;
    const draft = draftOf(document, extents, lexicon, token);
    if (draft) drafts.push(draft);
  }
  lendSpeakers(document, actors, drafts);
  assignQuotations(document, drafts, quotations, inside);
  const attributions = drafts
    .filter((draft) => draft.content.length > 0)
    .flatMap((draft) => attributionOf(document, extents, actors, draft))
    .sort((a, b) => a.cue.start - b.cue.start);
  return withoutEchoes(attributions);
}

/**
 * Takes out attributions inside another one's content that tell nobody's view but the outer speaker's: 'she said she
 * believed …', 'he said that those who think …'. One inside another stays where it names another speaker.
 */
function withoutEchoes(attributions: readonly Attribution[]): Attribution[] {
  const open: Attribution[] = [];
  const kept: Attribution[] = [];
  const byStart = [...attributions].sort((a, b) => a.content.start - b.content.start);
  let next = 0;
  for (const attribution of attributions) {
    while (next < byStart.length && (byStart[next] as Attribution).content.start <= attribution.cue.start)
      open.push(byStart[next++] as Attribution);
    while (open.length > 0 && (open.at(-1) as Attribution).content.end <= attribution.cue.start) open.pop();
    const outer = open.findLast(
      (one) => one.cue.start !== attribution.cue.start && contains(one.content, attribution.cue),
    );
    if (!outer || outer.unreal || speaksForItself(attribution, outer)) kept.push(attribution);
    else if (contains(attribution.content, outer.cue)) {
      const place = kept.lastIndexOf(outer);
      const start = Math.min(attribution.cue.start, attribution.speakerText?.start ?? Infinity);
      if (place >= 0) kept[place] = cutAt(outer, start);
      kept.push(attribution);
    } else if (goesOn(attribution, outer)) {
      const place = kept.lastIndexOf(outer);
      if (place >= 0) kept[place] = cutBefore(outer, attribution);
      kept.push(attribution);
    }
  }
  return kept;
}

/** 'disputes the number and denies that …': one subject, two cues; the parser put the second into the first one's content. */
function goesOn(inner: Attribution, outer: Attribution): boolean {
  if (!inner.speakerText || !outer.speakerText || inner.speakerText.start !== outer.speakerText.start)
    return false;
  const before = outer.content.text.slice(0, inner.cue.start - outer.content.start);
  const connected = CONNECTIVE.test(before) || (/ing\b/.test(inner.cue.text) && COMMA.test(before));
  return outer.content.start > outer.cue.start && connected && !inner.unreal;
}

const CONNECTIVE = /(?:,\s*|\s)(?:and|but|or)\s+(?:\w+ly\s+|also\s+|then\s+|again\s+)?$/;

const COMMA = /,\s*(?:also\s+|while\s+)?$/;

function cutBefore(outer: Attribution, inner: Attribution): Attribution {
  const { start, text } = outer.content;
  const kept = text
    .slice(0, inner.cue.start - start)
    .replace(CONNECTIVE, '')
    .replace(COMMA, '')
    .trimEnd();
  const { items: _, ...rest } = outer;
  return kept === '' ? outer : { ...rest, content: { start, end: start + kept.length, text: kept } };
}

/** 'Both sides agreed to continue, a person said': the words of the outer attribution are no content of the inner one. */
function cutAt(outer: Attribution, offset: number): Attribution {
  const { start, text } = outer.content;
  const kept = text.slice(0, Math.max(0, offset - start)).replace(/[\s,;–—-]+$/, '');
  const { items: _, ...rest } = outer;
  return kept === '' ? outer : { ...rest, content: { start, end: start + kept.length, text: kept } };
}

function speaksForItself(inner: Attribution, outer: Attribution): boolean {
  if (!inner.speakerText || inner.speaker === null || inner.speaker === outer.speaker) return false;
  return !/^(?:he|she|it|they|we|i|you|who|that|which|those|his|her|its|their|our|my|your)$/i.test(
    inner.speakerText.text,
  );
}

/** Verbs in a quotation as short as this may be the article's own: the ministry "rejects" the plan. */
const SHORT_QUOTATION = 3;

function draftOf(document: Document, extents: Extents, lexicon: ClaimLexicon, token: Token): Draft | null {
  const other = draftOfAccordingTo(document, extents, token) ?? draftOfHeadline(document, token);
  if (other) return other;
  const noun = draftOfNoun(document, extents, lexicon, token);
  if (noun) {
    const verb = noun.speaker ? null : draftOfSurface(document, token, lexicon);
    return verb?.speaker ? verb : noun;
  }
  const draft = draftOfVerb(document, extents, lexicon, token);
  if (draft && (draft.content.length > 0 || draft.speaker)) return draft;
  return draftOfSurface(document, token, lexicon) ?? draft;
}

function attributionOf(
  document: Document,
  extents: Extents,
  actors: ActorRegistry,
  draft: Draft,
): Attribution[] {
  const { text } = document.article;
  draft.content = withoutCluster(extents, draft).filter((run) => hasWords(document, run));
  if (draft.content.length === 0) return [];
  const content = contentSpan(document, draft.content);
  if (content.text.length === 0) return [];
  const speakers = speakersOf(document, actors, draft);
  const speakerText = draft.speaker
    ? wholeNames(document, speakerSpan(document, extents, draft), draft)
    : null;
  const addressee = draft.addressee ? actors.actorsOf(draft.addressee.index)[0] : undefined;
  const stance = refinedStance(document, draft, speakers);
  const pieces = draft.content.map((run) => spanOfTokens(document, ...run));
  const asked = LISTED.has(stance ?? draft.stance) && draft.content.length === 1;
  const items = asked ? itemsOf(document, extents, draft.content[0] as Run) : [];
  const deadline = asked ? deadlineOf(document, content) : undefined;
  const base = {
    speakerText,
    ...(addressee !== undefined && !speakers.includes(addressee) && { addressee }),
    stance: stance ?? draft.stance,
    cue: spanOf(
      text,
      (document.tokens[draft.cue[0]] as Token).start,
      (document.tokens[draft.cue[1]] as Token).end,
    ),
    cueToken: draft.verb.index,
    content,
    ...(pieces.length > 1 && hasGap(document, draft.content) && { parts: pieces }),
    ...(items.length > 0 && { items }),
    ...(deadline !== undefined && { deadline }),
    quoted: draft.quotations.length > 0,
    unreal: stance === null,
    rule: draft.rule,
  };
  return (speakers.length > 0 ? speakers : [null]).map((speaker) => ({ ...base, speaker }));
}

/** Actors who speak; a trailing 'it said', 'he said' that nothing else resolves is the subject of what is said. */
function speakersOf(document: Document, actors: ActorRegistry, draft: Draft): readonly string[] {
  const { speaker } = draft;
  if (!speaker) return [];
  const named = actors.actorsOf(speaker.index, { add: true, acts: true });
  const first = draft.content[0];
  if (named.length > 0 || !first || first[1] > speaker.index || draft.quotations.length > 0) return named;
  if (!/^(?:it|he|she|they)$/i.test(speaker.text)) return named;
  for (let index = first[0]; index <= first[1]; index++) {
    const token = document.tokens[index] as Token;
    if (token.deprel === 'nsubj' || token.deprel === 'nsubj:pass')
      return actors.actorsOf(index, { acts: true });
  }
  return named;
}

const LISTED: ReadonlySet<Stance> = new Set(['demands', 'offers', 'refuses', 'threatens']);

/** Do words that are not content stand between the pieces? */
function hasGap(document: Document, runs: readonly Run[]): boolean {
  return runs.some((run, place) => {
    const next = runs[place + 1];
    if (!next) return false;
    for (let index = run[1] + 1; index < next[0]; index++)
      if ((document.tokens[index] as Token).upos !== 'PUNCT') return true;
    return false;
  });
}

/** The span with the whole of a name that it cuts through, as long as the cue stays outside. */
function wholeNames(document: Document, span: Span, draft: Draft): Span {
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
function contentSpan(document: Document, runs: readonly Run[]): Span {
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

function hasWords(document: Document, [first, last]: Run): boolean {
  for (let index = first; index <= last; index++)
    if ((document.tokens[index] as Token).upos !== 'PUNCT') return true;
  return false;
}

/** The content without the cue and the speaker beside it, where a run reaches over them at one of its ends. */
function withoutCluster(extents: Extents, draft: Draft): Run[] {
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
function speakerSpan(document: Document, extents: Extents, draft: Draft): Span {
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
