import type { Edtf } from '../../../model/index.ts';
import type { DateMention, Document, Sentence, Token } from '../../../read/index.ts';
import { childIn, childrenIn, hasFeature, prepositionOf, relationOf } from '../../phrase.ts';

/** Words between 'since' and its date: 'since the start of the invasion on 24 February'. */
export const SINCE_WORDS = 10;
/** Words between what is told and a date that is its own by the order of words alone. */
export const MOST_WORDS = 24;
export const MOST_STEPS = 12;

/** Where the words begin that say since when: 'since' before the date, with what it was that happened then; null where nothing says so. */
export function openerOf(
  document: Document,
  sentence: Sentence,
  date: DateMention,
  told: readonly Token[] = [],
): number | null {
  const { tokens } = document;
  if (date.kind === 'duration') {
    if (date.anchor !== 'since' && !(date.anchor === undefined && isPerfectLength(document, date, told)))
      return null;
    // 'over the past 72 hours' is when something happened
    const before = tokens[date.firstToken - 1];
    const first = tokens[date.firstToken] as Token;
    const isWindow = /^(?:over|in|within|during)$/i;
    const isPast = /\b(?:past|last|previous|recent)\b/i.test(date.text);
    return isPast && (isWindow.test(before?.text ?? '') || isWindow.test(first.text))
      ? null
      : date.firstToken;
  }
  if (date.edtf === null || date.kind !== 'date') return null;
  if (date.anchor === 'since') return date.firstToken - 1;
  for (let at = date.firstToken - 1; at >= sentence.firstToken && at >= date.firstToken - SINCE_WORDS; at--) {
    const { text } = tokens[at] as Token;
    if (/^since$/i.test(text)) return at;
    if (/^[,;:—–()"“”]$/.test(text)) return null;
  }
  return null;
}

/** Does a date, with the words from `opener` on, belong to one of these? By the tree; where it is lost, by the order of words. */
export function belongs(
  document: Document,
  date: DateMention,
  opener: number,
  told: readonly Token[],
): boolean {
  const { tokens } = document;
  const from = Math.min(opener, date.firstToken);
  const isInside = (index: number): boolean => index >= from && index < date.endToken;
  let at = tokens[date.endToken - 1] as Token;
  for (let step = 0; step < MOST_STEPS && at.head >= 0; step++) {
    at = tokens[at.head] as Token;
    if (isInside(at.index)) continue;
    if (told.some(({ index }) => index === at.index)) return !isReason(tokens, date.endToken, at.index);
    if (at.upos === 'VERB' && !isOnTheWay(document, at, told)) break;
  }
  // 'day 45 of the siege'
  if (told.some((one) => isInside(one.head) && prepositionOf(document, one) === 'of')) return true;
  return told.some(({ index }) => index < from && isNext(tokens, index, from));
}

/** 'have blocked the road at sixty places *for two weeks*': a length that hangs far from its verb. */
function isPerfectLength(
  document: Document,
  { firstToken, days }: DateMention,
  told: readonly Token[],
): boolean {
  return (
    days !== undefined &&
    /^for$/i.test(document.tokens[firstToken - 1]?.text ?? '') &&
    told.some((one) => one.index < firstToken && isPresentPerfect(document, one))
  );
}

const isPresentPerfect = (document: Document, verb: Token): boolean =>
  childrenIn(document, verb, 'aux').some(({ text }) => /^(?:has|have)$/i.test(text));

/** 'have patrolled the zone that splits the town since 1964': nothing splits it since, in the plain present, or won since, in the past. */
function isOnTheWay(document: Document, verb: Token, told: readonly Token[]): boolean {
  return (
    relationOf(verb) === 'acl' &&
    hasFeature(verb, 'VerbForm=Fin') &&
    !childIn(document, verb, 'aux') &&
    told.some((one) => isPresentPerfect(document, one))
  );
}

/** 'stuck for three weeks because of sanctions': what stands behind 'because' is another matter. */
function isReason(tokens: readonly Token[], from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (/^because$/i.test(tokens[index]?.text ?? '')) return true;
  return false;
}

/** No other verb and no new clause between the two. */
export function isNext(tokens: readonly Token[], index: number, from: number): boolean {
  if (from - index > MOST_WORDS) return false;
  for (let between = index + 1; between < from; between++) {
    const { upos, text, deprel } = tokens[between] as Token;
    if (upos === 'VERB' && deprel !== 'amod') return false;
    if (/^(?:because|while|but|when|who|which|that|;|:)$/i.test(text)) return false;
  }
  return true;
}

/** Events and states are told by the day; the hour stays in the text. */
export const wholeDay = (date: Edtf): Edtf =>
  /^\d{4}-\d\d-\d\dT[^/]*$/.test(date) ? (date.slice(0, 10) as Edtf) : date;
