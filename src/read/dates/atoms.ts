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

const ATOM = /\d+(?:st|nd|rd|th)(?![\p{L}\d])|\d+|\p{L}[\p{L}\p{M}]*|[^\s]/gu;

/**
 * Cuts `text[start, end)` into atoms. Dates are matched on these and not on tokens, because '44-day', '19–20'
 * and 'Sept.' are one token in one treebank and three in another. Linear.
 */
export function atomsOf(text: string, start: number, end: number): Atom[] {
  const atoms: Atom[] = [];
  let before = -1;
  for (const match of text.slice(start, end).matchAll(ATOM)) {
    const word = match[0];
    const from = start + match.index;
    const lower = word.toLowerCase();
    atoms.push({
      start: from,
      end: from + word.length,
      lower: lower === '’' ? "'" : lower,
      capital: lower !== word,
      tight: from === before,
    });
    before = from + word.length;
  }
  return atoms;
}
