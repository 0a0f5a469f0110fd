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

const KNOWN = 128;
/** Kinds of the units that came so far: 0 for what has not. */
const kinds = new Uint8Array(65_536);

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
    (/[,、，،]/.test(sign) ? COMMA : 0)
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
