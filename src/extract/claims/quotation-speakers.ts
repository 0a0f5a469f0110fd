import type { Document, Token } from '../../read/index.ts';
import type { Draft } from './draft.ts';
import { firstTokenFrom, type Quotation } from './quotations.ts';

/** Fewer words than this, and not a sentence of its own, is a quoted word, not a quotation. */
const LEAST_WORDS = 4;
const FARTHEST = 14;
/** Tokens of a sentence that only tells who said the quotation before it; of one after a full stop ('“We stay.” Orlan said.'). */
const LONGEST_TAIL = 30;
const LEAST_TAIL = 7;

/**
 * Gives each quotation to the cue that attributes it: by the tree where the quotation hangs on the cue's verb, else to
 * the nearest cue beside it in its sentence; a quotation that follows in the same paragraph, or goes on in the next one,
 * stays with its speaker. Adds the quotation to the draft and returns the numbers of those without a speaker.
 */
export function assignQuotations(
  document: Document,
  drafts: readonly Draft[],
  quotations: readonly Quotation[],
  inside: Int32Array,
): void {
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const list = bySentence.get(draft.verb.sentence);
    if (list) list.push(draft);
    else bySentence.set(draft.verb.sentence, [draft]);
  }
  let last: { draft: Draft; quotation: Quotation } | null = null;
  quotations.forEach((quotation, number) => {
    const first = firstTokenFrom(document, quotation.start);
    const end = firstTokenFrom(document, quotation.end);
    if (end <= first) return;
    const touching = sentencesOf(document, first, end);
    const neighbors = touching
      .flatMap((sentence) => bySentence.get(sentence) ?? [])
      .filter((draft) => !isInside(draft, number, inside));
    const holder = neighbors.find((draft) => holds(draft, first, end));
    if (holder) {
      holder.quotations.push(number);
      extend(holder, first, end);
      last = { draft: holder, quotation };
      return;
    }
    const answer = neighbors.find((draft) => draft.quotes && isRightAfter(document, draft, first));
    if (answer && answer.content.length === 0) {
      take(answer, number, first, end);
      last = { draft: answer, quotation };
      return;
    }
    if (quotation.words < LEAST_WORDS && !startsSentence(document, first)) return;
    const near = neighbors
      .filter((draft) => draft.quotes)
      .map((draft) => ({ draft, distance: distanceOf(document, draft, first, end, inside) }))
      .filter(({ distance }) => distance <= FARTHEST)
      .sort((a, b) => a.distance - b.distance)[0];
    const before = bySentence.get(((document.tokens[first] as Token).sentence ?? 0) - 1);
    const colon = near
      ? undefined
      : before?.findLast((draft) => draft.quotes && endsInColon(document, draft, first));
    const chosen =
      near?.draft ??
      colon ??
      (last && follows(document, last.quotation, quotation, first, last.draft) ? last.draft : null);
    if (!chosen) return;
    take(chosen, number, first, end);
    last = { draft: chosen, quotation };
  });
}

/** 'he said, “No.”': however short, a quotation that only a mark parts from its verb is what was said. */
function isRightAfter({ tokens }: Document, draft: Draft, first: number): boolean {
  const between = tokens[first - 1];
  if (between?.index === draft.cue[1]) return draft.speaker !== null;
  return /^[,:]$/.test(between?.text ?? '') && first - 2 === draft.cue[1] && draft.speaker !== null;
}

function isInside(draft: Draft, number: number, inside: Int32Array): boolean {
  return inside[draft.verb.index] === number;
}

function sentencesOf(document: Document, first: number, end: number): number[] {
  const from = (document.tokens[first] as Token).sentence;
  const last = document.tokens[end - 1] as Token;
  const next = document.tokens[end];
  const found = from === last.sentence ? [from] : [from, last.sentence];
  const sentence = next && document.sentences[next.sentence];
  const isTail =
    sentence &&
    sentence.index === last.sentence + 1 &&
    sentence.paragraph === document.sentences[last.sentence]?.paragraph &&
    sentence.endToken - sentence.firstToken < LONGEST_TAIL &&
    (sentence.endToken - sentence.firstToken < LEAST_TAIL ||
      /[,!?…]["”’]*$/.test(document.article.text.slice(Math.max(0, last.end - 4), last.end)));
  return isTail ? [...found, sentence.index] : found;
}

/** Does the content reach into the quotation already? */
function holds(draft: Draft, first: number, end: number): boolean {
  return draft.content.some((run) => run[0] < end && run[1] >= first);
}

/** The content that holds a part of a quotation holds all of it. */
function extend(draft: Draft, first: number, end: number): void {
  draft.content = draft.content.map((run) =>
    run[0] < end && run[1] >= first ? [Math.min(run[0], first), Math.max(run[1], end - 1)] : run,
  );
}

function take(draft: Draft, number: number, first: number, end: number): void {
  draft.quotations.push(number);
  if (draft.quotations.length === 1 && draft.rule.endsWith('inserted')) draft.content = [];
  const before = draft.content.at(-1);
  draft.content.push([first, end - 1]);
  if (before && before[0] > first) draft.content.sort((a, b) => a[0] - b[0]);
}

function startsSentence(document: Document, first: number): boolean {
  const token = document.tokens[first] as Token;
  return document.sentences[token.sentence]?.firstToken === first;
}

/** Tokens between the quotation and the cue with its speaker; the tree's own link counts as next door. */
function distanceOf(
  document: Document,
  draft: Draft,
  first: number,
  end: number,
  inside: Int32Array,
): number {
  const verb = draft.verb;
  for (const index of verb.children) if (index >= first && index < end) return 0;
  if (verb.head >= first && verb.head < end) return 0;
  const from = verb.index < first ? verb.index + 1 : end;
  const to = Math.max(verb.index, first);
  let distance = 1;
  for (let index = from; index < to; index++) {
    if (inside[index] !== -1) return Infinity;
    const token = document.tokens[index] as Token;
    if (token.upos !== 'PUNCT') distance++;
    if (distance > FARTHEST) return Infinity;
  }
  return distance;
}

/** 'Cruz went on:' before a quotation that opens the next sentence or paragraph. */
function endsInColon(document: Document, draft: Draft, first: number): boolean {
  const before = document.tokens[first - 1];
  return before !== undefined && before.text === ':' && before.sentence === draft.verb.sentence;
}

/** Does a quotation carry on the one before it, with nothing but its own sentence between them? */
function follows(
  document: Document,
  before: Quotation,
  quotation: Quotation,
  first: number,
  draft: Draft,
): boolean {
  if (quotation.paragraph === before.paragraph) {
    if (!startsSentence(document, first)) return false;
    const sentence = (document.tokens[first] as Token).sentence;
    const lastHeard = Math.max(
      draft.verb.sentence,
      (document.tokens[firstTokenFrom(document, before.end) - 1] as Token).sentence,
    );
    return sentence <= lastHeard + 1;
  }
  if (quotation.paragraph !== before.paragraph + 1) return false;
  const paragraph = document.article.paragraphs[quotation.paragraph];
  return !before.closed && paragraph?.start === quotation.start;
}
