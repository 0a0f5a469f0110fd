import type { Sentence } from '../document.ts';

/** A run of letters, of digits (with its ordinal ending), or one other sign; offsets are UTF-16 units of the text. */
export interface Atom {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** Nothing stands between it and the atom before. */
  readonly tight: boolean;
}

const ATOM = /\d+(?:st|nd|rd|th)(?![\p{L}\d])|\d+|\p{L}[\p{L}\p{M}]*|[^\s]/uy;

/**
 * Cuts `text[start, end)` into atoms. Dates are matched on these and not on tokens, because '44-day', '19–20'
 * and 'Sept.' are one token in one treebank and three in another. Linear.
 */
export function atomsOf(text: string, start: number, end: number): Atom[] {
  const atoms: Atom[] = [];
  const part = text.slice(start, end);
  let before = -1;
  for (let at = 0; at < part.length; ) {
    const stop = plainEnd(part, at);
    if (stop === at) {
      at++;
      continue;
    }
    let word: string;
    if (stop > at) word = part.slice(at, stop);
    else {
      ATOM.lastIndex = at;
      word = ATOM.exec(part)?.[0] ?? '';
      if (word === '') {
        at++;
        continue;
      }
    }
    const from = start + at;
    const lower = word.toLowerCase();
    at += word.length;
    atoms.push({
      start: from,
      end: start + at,
      lower: lower === '’' ? "'" : lower,
      capital: lower !== word,
      tight: from === before,
    });
    before = start + at;
  }
  return atoms;
}

/** Where a run of plain letters or one plain sign ends; the place itself for a blank; -1 where the expression has to look. */
function plainEnd(part: string, at: number): number {
  const first = part.charCodeAt(at);
  if (first === 32 || first === 10) return at;
  if (first > 127 || (first >= 48 && first <= 57) || first < 32) return -1;
  if (!isLetter(first)) return at + 1;
  let end = at + 1;
  while (isLetter(part.charCodeAt(end))) end++;
  return part.charCodeAt(end) > 127 ? -1 : end;
}

/** Does the word of an atom begin with a digit? */
export function isDigit(lower: string): boolean {
  const code = lower.charCodeAt(0);
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** The atoms of each sentence of a text, cut when they are first asked for. */
export function sentenceAtoms(text: string): (sentence: Sentence) => readonly Atom[] {
  const known: Atom[][] = [];
  return ({ index, start, end }) => {
    known[index] ??= atomsOf(text, start, end);
    return known[index];
  };
}
