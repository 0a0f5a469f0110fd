import { appealsIn } from './appeals.ts';
import { folded, type PhraseHit, phraseIn } from './phrases.ts';
import { CAPITAL, COMMA, DIGIT, isHalf, isSpace, kindOf, pairKind, SMALL } from './signs.ts';

/** What one block's own words say, whatever stands around it. */
export interface TextMeasures {
  /** Words, lower case, punctuation gone; at most those of the first 1500 characters. */
  readonly words: readonly string[];
  readonly phrase: PhraseHit | null;
  readonly isSentence: boolean;
}

/** Characters of a block that are looked at. */
export const HEAD = 1500;
/** A longer text is no appeal, whatever words it uses. */
const LONGEST_APPEAL = 600;
const CREDIT_HEAD = 300;
/** Signs that a sentence may end with, and what may stand behind them. */
const ENDS = '.!?…。！？।؟';
const CLOSERS = '"”»’\')]';
const MORE_CLOSERS = `${CLOSERS}“』」`;
const QUOTES = `"“«„「'‘`;
const MOST_CLOSERS = 7;
const [STOP, BANG, ASK] = [46, 33, 63];

const CREDIT_WORD =
  'image|photo|photograph|picture|fotos?|bild|фото|снимка|cr[ée]dit|courtesy|source|quelle|fonte|fuente|источник|via|写真|图|圖|사진|ⓒ|©|\\(c\\)';
/** What these words begin with, and letters that are the same to a search that looks not at their size. */
const CREDIT_LETTERS = new Set(
  [...'ipfbфсcsqvи写图圖사ⓒ©(']
    .flatMap((sign) => [sign, sign.toUpperCase()])
    .map((sign) => sign.charCodeAt(0)),
).add(0x17f);
const CREDIT_FIRST = new RegExp(`^\\s*(?:${CREDIT_WORD})(?![\\p{L}\\p{N}])`, 'iu');
const CREDIT_INSIDE = new RegExp(`[([|]\\s*(?:${CREDIT_WORD})(?![\\p{L}\\p{N}])`, 'iu');

export function measuresOf(text: string, words: string): TextMeasures {
  return { words: words.split(' '), phrase: phraseIn(words, text.length), isSentence: endsSentence(text) };
}

/** Whether a text ends as a sentence does: with a stop, behind which quotes and brackets may close. */
export function endsSentence(text: string): boolean {
  const least = Math.max(0, text.length - 1 - MOST_CLOSERS);
  for (let at = text.length - 1; at >= least; at--) {
    const sign = text.charAt(at);
    if (ENDS.includes(sign)) return true;
    if (!MORE_CLOSERS.includes(sign)) return false;
  }
  return false;
}

/**
 * How often each kind of sign comes in the head of a text, and what its beginning and end are. `words` is its head, folded, where the
 * caller has it.
 */
export function signsOf(text: string, words?: string) {
  const head = text.length > HEAD ? text.slice(0, HEAD) : text;
  const { length } = head;
  let [sentences, commas, digits, capitals, marks] = [0, 0, 0, 0, 0];
  for (let at = 0; at < length; at++) {
    const unit = head.charCodeAt(at);
    if (isHalf(unit)) {
      if ((pairKind(head, at) & CAPITAL) !== 0) capitals++;
      continue;
    }
    const kind = kindOf(unit);
    if ((kind & (CAPITAL | DIGIT | COMMA)) !== 0) {
      if ((kind & CAPITAL) !== 0) capitals++;
      else if ((kind & DIGIT) !== 0) digits++;
      else commas++;
    } else if (unit === STOP || unit === BANG || unit === ASK || unit === 0x2026 || unit === 0x61f) {
      let end = at + 1;
      while (end < length && CLOSERS.includes(head.charAt(end))) end++;
      if (end < length && isSpace(head.charCodeAt(end))) sentences++;
    } else if (unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0x964) sentences++;
    else if (unit === 0xa9 || unit === 124 || unit === 64) marks++;
  }
  const start = length > CREDIT_HEAD ? head.slice(0, CREDIT_HEAD) : head;
  return {
    sentences,
    commas,
    digitShare: digits / length,
    upperShare: capitals / length,
    endsColon: isColon(text.charCodeAt(text.length - 1)) ? 1 : 0,
    startsLower: (firstKind(text) & SMALL) !== 0 ? 1 : 0,
    hasYear: digits >= 4 && /\b(?:19|20)\d\d\b/.test(head) ? 1 : 0,
    mark: marks > 0 ? 1 : 0,
    quote: text !== '' && QUOTES.includes(text.charAt(0)) ? 1 : 0,
    credit: hasCredit(start) ? 1 : 0,
    appeal: text.length < LONGEST_APPEAL ? appealsIn(words ?? folded(head)) : 0,
  };
}

function hasCredit(start: string): boolean {
  let at = 0;
  while (at < start.length && isSpace(start.charCodeAt(at))) at++;
  if (CREDIT_LETTERS.has(start.charCodeAt(at)) && CREDIT_FIRST.test(start)) return true;
  return (start.includes('(') || start.includes('[') || start.includes('|')) && CREDIT_INSIDE.test(start);
}

function isColon(unit: number): boolean {
  return unit === 58 || unit === 0xff1a;
}

function firstKind(text: string): number {
  if (text === '') return 0;
  const unit = text.charCodeAt(0);
  return isHalf(unit) ? pairKind(text, 0) : kindOf(unit);
}
