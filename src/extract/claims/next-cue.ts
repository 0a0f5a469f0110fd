import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, type Extents, hasFeature } from '../phrase.ts';
import { isToldOf } from './coordination.ts';
import type { Draft, Run } from './draft.ts';
import { isAside } from './verb-cues.ts';

/** Cues of one sentence that are looked back at. */
const MOST_CUES = 12;

/**
 * Ends what is said where the next cue of the same sentence begins: 'said the road was closed, adding that …', '… , while
 * Baku said that …', 'says it is ready and calls the plan …'. Parsers like to hang the second clause into the first one's
 * content. A cue without a subject of its own gets the speaker of the cue before it. Changes the drafts in place.
 */
export function partAtNextCues(document: Document, extents: Extents, drafts: readonly Draft[]): void {
  let sentence: Draft[] = [];
  for (const draft of drafts) {
    if (sentence[0] && sentence[0].verb.sentence !== draft.verb.sentence) sentence = [];
    if (!draft.rule.startsWith('noun')) for (const outer of sentence) part(document, extents, outer, draft);
    if (sentence.length < MOST_CUES) sentence.push(draft);
  }
}

function part(document: Document, extents: Extents, outer: Draft, next: Draft): void {
  const place = outer.content.findIndex(
    (run) => run[0] > outer.cue[1] && run[0] < next.cue[0] && run[1] >= next.cue[1],
  );
  if (place < 0 || outer.rule.startsWith('noun')) return;
  const run = outer.content[place] as Run;
  const boundary = next.rule.startsWith('answer')
    ? { at: (next.content[0] as Run)[0] - 1, lends: false }
    : isSourceOf(next, outer)
      ? { at: next.cue[0], lends: false }
      : boundaryOf(document, extents, outer, next);
  if (boundary === null || (boundary.at - run[0] < 1 && outer.content.length === 1)) return;
  if (boundary.at - run[0] < 1) outer.content.splice(place, 1);
  else outer.content[place] = [run[0], boundary.at - 1];
  if (boundary.lends && outer.speaker) {
    next.speaker = outer.speaker;
    next.speakerRun = outer.speakerRun;
  }
}

/** '“…,” she said, according to the paper': the source of the whole telling is no part of what she said. */
function isSourceOf(next: Draft, outer: Draft): boolean {
  return (
    next.rule === 'according to' && ((next.content[0] as Run | undefined)?.[0] ?? Infinity) <= outer.cue[0]
  );
}

/** Words between a relative pronoun and the verb of its clause, at most. */
const FARTHEST_PRONOUN = 10;
const LEADING_UP =
  /^(?:asked|when|after|before|while|as|since|once|if|although|though|despite|having|in|by)$/i;
const CLOSING_MARK = /^(?:["”]|'')$/;

interface Boundary {
  /** The token at which the first content has ended. */
  readonly at: number;
  /** Does the next cue have no subject of its own? */
  readonly lends: boolean;
}

function boundaryOf(document: Document, extents: Extents, outer: Draft, next: Draft): Boundary | null {
  const { tokens } = document;
  const subject = ownSubject(document, extents, next);
  const aside = asideBefore(document, next) ?? mainClauseBehind(document, outer, next, subject);
  if (aside !== null) return { at: aside, lends: false };
  if (/ing$/.test(next.verb.text)) {
    if (childIn(document, next.verb, 'aux')) return null;
    if (childIn(document, next.verb, 'nsubj')?.index === next.cue[0] - 1) {
      const at = subject === null ? null : withBefore(document, subject);
      return at === null ? null : { at, lends: false };
    }
    const before = skipAdverbs(document, next.cue[0] - 1);
    const mark = tokens[before] as Token;
    const after = tokens[before - 1];
    if (/^(?:,|—|–|--?)$/.test(mark.text)) return { at: before, lends: true };
    // 'said it “must open,” warning that …', 'said no, before adding that …'
    if (
      after?.text === ',' &&
      (CLOSING_MARK.test(mark.text) || (/^(?:before|while)$/i.test(mark.text) && isReport(outer)))
    )
      return { at: CLOSING_MARK.test(mark.text) ? before + 1 : before - 1, lends: true };
    if (!/^(?:and|but)$/i.test(mark.text)) return null;
    if (after?.text === ',') return { at: before - 1, lends: true };
    return /ing$/.test(outer.verb.text) ? { at: before, lends: true } : null;
  }
  if (!isFiniteVerb(document, outer.verb)) return null;
  if (!isFiniteVerb(document, next.verb) && !(next.borrows && isReport(outer))) return null;
  const closing = next.cue[0] - 1;
  if (tokens[closing]?.text === ',' && isAside(document, outer.verb)) return { at: closing, lends: true };
  const alike = haveSameForm(document, outer.verb, next.verb);
  if (subject === null) {
    if (isReport(outer) && isToldOf(document, next.verb)) return null;
    const before = skipAdverbs(document, next.cue[0] - 1);
    const afterInfinitive = outer.rule.endsWith('infinitive') && tokens[before - 1]?.text === ',';
    if (!/^(?:and|but)$/i.test(tokens[before]?.text ?? '')) return null;
    if (!alike && !next.borrows && !afterInfinitive) return null;
    const comma = tokens[before - 1]?.text === ',' ? 1 : 0;
    return isReport(next) || isPresent(next.verb) || ((next.borrows || afterInfinitive) && comma === 1)
      ? { at: before - comma, lends: true }
      : null;
  }
  const before = tokens[subject - 1];
  if (!before || subject - 1 <= outer.cue[1]) return null;
  if (before.text === ';') return isReport(next) ? { at: subject - 1, lends: false } : null;
  if (!/^(?:and|but|while|whereas|though|although|as)$/i.test(before.text)) return null;
  // 'claimed the attack but officials said …': the connective parts a thing named from a clause
  if (
    /^(?:but|while|whereas|though|although)$/i.test(before.text) &&
    isReport(next) &&
    (!isReport(outer) || !hasFinite(document, outer.cue[1] + 1, subject - 1))
  )
    return { at: subject - 1, lends: false };
  const comma = tokens[subject - 2]?.text === ',';
  if (comma && (isReport(next) || (alike && !isSimplePast(document, next.verb))))
    return { at: subject - 2, lends: false };
  return alike && isReport(next) && /^(?:he|she|they|it)$/i.test(tokens[subject]?.text ?? '')
    ? { at: subject - 1, lends: false }
    : null;
}

/** ', which the court said was careless': what the article adds of a thing is no part of what was said of it. */
function asideBefore({ tokens }: Document, next: Draft): number | null {
  if (!next.rule.startsWith('relative')) return null;
  for (let index = next.cue[0] - 1; index >= Math.max(1, next.cue[0] - FARTHEST_PRONOUN); index--)
    if (/^(?:which|who|whom)$/i.test((tokens[index] as Token).text))
      return /^(?:,|—|–|--?)$/.test((tokens[index - 1] as Token).text) ? index - 1 : null;
  return null;
}

/** 'Asked about the raid, the general said …': a clause that only leads up to the saying ends at its comma. */
function mainClauseBehind(
  { tokens, sentences }: Document,
  outer: Draft,
  next: Draft,
  subject: number | null,
): number | null {
  const first = sentences[outer.verb.sentence]?.firstToken;
  if (subject === null || first === undefined || tokens[subject - 1]?.text !== ',') return null;
  if (!/^verb /.test(next.rule) || subject - 1 <= outer.cue[1]) return null;
  const opening = tokens[first] as Token;
  return outer.verb.index === first || LEADING_UP.test(opening.text) ? subject - 1 : null;
}

/** ', with one in two saying …' */
function withBefore({ tokens }: Document, subject: number): number | null {
  const place = tokens[subject]?.text === 'with' ? subject : subject - 1;
  return tokens[place]?.text === 'with' && /^(?:,|—|–|--?)$/.test(tokens[place - 1]?.text ?? '')
    ? place - 1
    : null;
}

function skipAdverbs({ tokens }: Document, from: number): number {
  let index = from;
  while (index > 0 && ((tokens[index] as Token).upos === 'ADV' || /^also$/i.test(tokens[index]?.text ?? '')))
    index--;
  return index;
}

/** First token of the subject that stands before the verb, or null where it has none of its own. */
function ownSubject(document: Document, extents: Extents, draft: Draft): number | null {
  if (draft.speakerRun && draft.speakerRun[1] < draft.verb.index) return draft.speakerRun[0];
  const subject = childrenIn(document, draft.verb, 'nsubj').findLast(
    (child) => child.index < draft.verb.index,
  );
  if (!subject) return null;
  return extents.first[subject.index] as number;
}

/** Verbs that do nothing but report, so that two of them in a row are two reports. */
function isReport(draft: Draft): boolean {
  return draft.quotes && /^verb .*: (?:that|object that|quote|inserted|between marks)$/.test(draft.rule);
}

function isFiniteVerb(document: Document, verb: Token): boolean {
  return (
    hasFeature(verb, 'VerbForm=Fin') ||
    childrenIn(document, verb, 'aux').some((auxiliary) => hasFeature(auxiliary, 'VerbForm=Fin'))
  );
}

const isPresent = (verb: Token) => hasFeature(verb, 'Tense=Pres') && /s$/.test(verb.text);

function isSimplePast(document: Document, verb: Token): boolean {
  return hasFeature(verb, 'Tense=Past') && !childIn(document, verb, 'aux');
}

function hasFinite({ tokens }: Document, first: number, end: number): boolean {
  for (let index = first; index < end; index++)
    if (hasFeature(tokens[index] as Token, 'VerbForm=Fin')) return true;
  return false;
}

/** Both 'says', both 'said', both 'have said'. */
function haveSameForm(document: Document, one: Token, other: Token): boolean {
  const form = (verb: Token) => {
    const auxiliary = childIn(document, verb, 'aux');
    return auxiliary ? auxiliary.lemma : /Tense=\w+/.exec(verb.feats)?.[0];
  };
  return form(one) !== undefined && form(one) === form(other);
}
