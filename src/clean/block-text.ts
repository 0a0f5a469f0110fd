import { CLOSER, isSpace, kindOf, STOP_OF_SPACED, STOP_OF_UNSPACED } from './signs.ts';

/** Characters of a block that are looked at. */
export const HEAD = 1500;
const CREDIT_HEAD = 300;
/** What may stand behind the stop of a sentence at the end of a text, beside what {@link CLOSER} tells. */
const MORE_CLOSERS = '“』」';
const MOST_CLOSERS = 7;

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

/**
 * Whether a text of that length, given by its UTF-16 units, ends as a sentence does: with a stop, behind which quotes and brackets may close.
 */
export function endsSentence(units: ArrayLike<number>, length: number): boolean {
  const least = Math.max(0, length - 1 - MOST_CLOSERS);
  for (let at = length - 1; at >= least; at--) {
    const unit = units[at] as number;
    const kind = kindOf(unit);
    if ((kind & (STOP_OF_SPACED | STOP_OF_UNSPACED)) !== 0) return true;
    if ((kind & CLOSER) === 0 && !MORE_CLOSERS.includes(String.fromCharCode(unit))) return false;
  }
  return false;
}

/** Whether a text says whom a picture is by, at its beginning or in brackets near it. */
export function hasCredit(text: string): boolean {
  const start = text.length > CREDIT_HEAD ? text.slice(0, CREDIT_HEAD) : text;
  let at = 0;
  while (at < start.length && isSpace(start.charCodeAt(at))) at++;
  if (CREDIT_LETTERS.has(start.charCodeAt(at)) && CREDIT_FIRST.test(start)) return true;
  return (start.includes('(') || start.includes('[') || start.includes('|')) && CREDIT_INSIDE.test(start);
}

export function hasYear(text: string): boolean {
  return /\b(?:19|20)\d\d\b/.test(text);
}
