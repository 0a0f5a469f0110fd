import { WordGate } from './word-gate.ts';

/** Words that call on a reader to follow, to share or to sign up, as they are folded. */
const WHOLE = new Set(
  'newsletter newsletters follow twitter facebook instagram youtube telegram whatsapp linkedin share signup login register download email click cookie cookies seguici'.split(
    ' ',
  ),
);
/** Two words that do so together. */
const PAIRS = new Map([
  ['sign', 'up'],
  ['log', 'in'],
  ['e', 'mail'],
]);
interface Stem {
  readonly stem: string;
  /** The most letters that may follow. */
  readonly more: number;
}

/** Beginnings of such words. */
const STEMS: readonly Stem[] = [
  { stem: 'subscrib', more: 4 },
  { stem: 'abonn', more: 6 },
  { stem: 'suscr', more: 8 },
  { stem: 'iscri', more: 8 },
  { stem: 'подпи', more: 9 },
  { stem: 'подел', more: 8 },
];
const gate = new WordGate([...WHOLE, ...PAIRS.keys()]);
for (const { stem, more } of STEMS) gate.add(stem, stem.length + more);

/** Whether a word of a text may be one that calls. `units` are those of the text in letters of any size, `lower` is it in small ones. */
export function mayCall(units: ArrayLike<number>, lower: string, from: number, to: number): boolean {
  if (!gate.letsUnits(units, from, to)) return false;
  const word = lower.slice(from, to);
  return WHOLE.has(word) || PAIRS.has(word) || hasStem(word);
}

/** How many words of a folded text call on the reader. */
export function appealsIn(words: string): number {
  let count = 0;
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (end < words.length && !isParting(words.charCodeAt(end))) end++;
    if (end > at && gate.lets(words, at, end) && isAppeal(words.slice(at, end), words, end)) count++;
    at = end + 1;
  }
  return count;
}

/** Blanks and apostrophes: `twitter's` is a word of its own and what hangs on it. */
function isParting(unit: number): boolean {
  return unit === 32 || unit === 39;
}

function isAppeal(word: string, words: string, end: number): boolean {
  if (WHOLE.has(word)) return true;
  const second = PAIRS.get(word);
  if (second !== undefined)
    return words.startsWith(second, end + 1) && !/[\p{L}\p{N}]/u.test(words.charAt(end + 1 + second.length));
  return hasStem(word);
}

function hasStem(word: string): boolean {
  for (let place = 0; place < STEMS.length; place++) {
    const { stem, more } = STEMS[place] as Stem;
    if (word.length <= stem.length + more && word.startsWith(stem) && !/\p{N}/u.test(word.slice(stem.length)))
      return true;
  }
  return false;
}
