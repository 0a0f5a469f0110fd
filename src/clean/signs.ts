/** Kinds of signs, as bits. */
export const LETTER = 1;
/** Digits and other numbers of any script. */
export const NUMBER = 2;
/** White space of every kind, and signs that have no width. */
export const BLANK = 4;
/** Signs that stand in words as phrases are compared: the apostrophe, and the sign of copyright. */
export const IN_WORD = 8;
/** `0` to `9`. */
export const DIGIT = 16;
export const CAPITAL = 32;
export const COMMA = 64;
export const SMALL = 128;
/** Signs that are written in several ways, so that they cannot be compared as they stand: the curved apostrophe, `ⓒ`, the bracket of `(c)`. */
export const VARIANT = 256;

/** What may end a sentence that a blank follows, perhaps behind {@link CLOSER}s; and what ends one in scripts without blanks. */
export const STOP_OF_SPACED = 512;
export const STOP_OF_UNSPACED = 1024;
/** Quotes and brackets that close. */
export const CLOSER = 2048;
/** Signs at the end of prose: stops of all scripts, and quotes that may close behind one. */
export const STOP = 4096;
/** What parts entries of lists, and the signs of copyright and of addresses. */
export const MARK = 8192;

const KNOWN = 16_384;
/** Kinds of the units that came so far: 0 for what has not. */
const kinds = new Uint16Array(65_536);

/** What kind of sign a UTF-16 unit is; for one half of a pair, use {@link pairKind}. */
export function kindOf(unit: number): number {
  const kind = kinds[unit] as number;
  return kind === 0 ? learn(unit) : kind;
}

function learn(unit: number): number {
  const kind = KNOWN | looksOf(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function looksOf(sign: string): number {
  return (
    (/\p{L}/u.test(sign) ? LETTER : 0) |
    (/\p{N}/u.test(sign) ? NUMBER : 0) |
    (/[\s\u200b\u2060\ufeff]/.test(sign) ? BLANK : 0) |
    (/['©]/.test(sign) ? IN_WORD : 0) |
    (/\d/.test(sign) ? DIGIT : 0) |
    (/\p{Lu}/u.test(sign) ? CAPITAL : 0) |
    (/[,、，،]/.test(sign) ? COMMA : 0) |
    (/\p{Ll}/u.test(sign) ? SMALL : 0) |
    (/[’ⓒ(]/.test(sign) ? VARIANT : 0) |
    (/[.!?…؟]/.test(sign) ? STOP_OF_SPACED : 0) |
    (/[。！？।]/.test(sign) ? STOP_OF_UNSPACED : 0) |
    (/["”»’')\]]/.test(sign) ? CLOSER : 0) |
    (/[.!?…»”"。！？।؟]/.test(sign) ? STOP : 0) |
    (/[©|@]/.test(sign) ? MARK : 0)
  );
}

/** Whether a unit is half of a pair that makes one sign. */
export function isHalf(unit: number): boolean {
  return (unit & 0xf800) === 0xd800;
}

/** The kind of the sign that begins at `at` with the first half of a pair; 0 for a half without its other one. */
export function pairKind(text: string, at: number): number {
  const code = text.codePointAt(at) as number;
  return code > 0xffff ? KNOWN | looksOf(String.fromCodePoint(code)) : 0;
}

/** White space of every kind; signs without a width are none. */
export function isSpace(unit: number): boolean {
  return (kindOf(unit) & BLANK) !== 0 && unit !== 0x200b && unit !== 0x2060;
}

/** Length of a text without the white space at its ends. */
export function lengthWithin(text: string): number {
  let from = 0;
  let to = text.length;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return to - from;
}

/** A text with each run of blanks as one, and none at its ends. */
export function squeezeBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && (kindOf(text.charCodeAt(end - 1)) & BLANK) !== 0) end--;
  let from = 0;
  while (from < end && (kindOf(text.charCodeAt(from)) & BLANK) !== 0) from++;
  let squeezed = '';
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at);
    if ((kindOf(unit) & BLANK) === 0) continue;
    let next = at + 1;
    while ((kindOf(text.charCodeAt(next)) & BLANK) !== 0) next++;
    if (unit === 32 && next === at + 1) continue;
    squeezed += `${text.slice(from, at)} `;
    from = next;
    at = next;
  }
  return from >= end ? squeezed : squeezed + text.slice(from, end);
}

/**
 * Letters, numbers and what else stands in words, with one blank for whatever stands between, and none at the ends. Null for a text with
 * signs that are written in several ways, unless the caller `hasNone`.
 */
export function wordsAlone(text: string, hasNone = false): string | null {
  const { length } = text;
  let words = '';
  /** Where the stretch begins that can be taken as it is; -1 before its first word. */
  let from = -1;
  let end = 0;
  /** Kinds of all signs that stand between words. */
  let between = 0;
  for (let at = 0; at < length; ) {
    const unit = text.charCodeAt(at);
    const isPair = isHalf(unit);
    const kind = isPair ? pairKind(text, at) : kindOf(unit);
    const size = isPair && kind !== 0 ? 2 : 1;
    if ((kind & (LETTER | NUMBER | IN_WORD)) !== 0) {
      // One blank between two words may stay.
      if (from !== -1 && at !== end && !(at === end + 1 && text.charCodeAt(end) === 32)) {
        words += `${text.slice(from, end)} `;
        from = -1;
      }
      if (from === -1) from = at;
      end = at + size;
    } else between |= kind;
    at += size;
  }
  if ((between & VARIANT) !== 0 && !hasNone && hasVariant(text)) return null;
  return from === -1 ? words : words + text.slice(from, end);
}

function hasVariant(lower: string): boolean {
  return lower.includes('’') || lower.includes('ⓒ') || lower.includes('(c');
}

/** Words of a text that has one blank between any two; at least one. */
export function countWords(words: string): number {
  let count = 1;
  for (let at = words.indexOf(' '); at !== -1; at = words.indexOf(' ', at + 1)) count++;
  return count;
}
