import type { Atom } from '../dates/atoms.ts';
import type { NumberWords } from './lexicon.ts';

/** A count: its atoms end before `end`; `least` where the words say no more than 'two of them or more' ('dozens'). */
export interface Cardinal {
  readonly end: number;
  readonly value: number;
  readonly least: boolean;
  /** Whether a word of size ('million') ended it. */
  readonly scaled: boolean;
}

/** How many atoms a number has at most; longer ones are no numbers of the news. */
const LONGEST = 14;

/**
 * The count that begins at atom `at`: '1,200', '2.5 million', 'forty-four', 'two hundred and ten', 'a dozen', 'half a million',
 * 'dozens', 'tens of thousands', 'several hundred'; null where none does. Looks at a bounded number of atoms.
 */
export function cardinalAt(words: NumberWords, atoms: readonly Atom[], at: number): Cardinal | null {
  const lower = (index: number) => atoms[index]?.lower ?? '';
  const first = lower(at);
  if (/^\d+$/.test(first)) return digitsAt(words, atoms, at);
  const heap = words.heaps.get(first);
  if (heap !== undefined) {
    const next = words.of.has(lower(at + 1)) ? words.heaps.get(lower(at + 2)) : undefined;
    // 'tens of thousands': twenty thousand; 'tens' by itself is no count.
    if (next !== undefined) return { end: at + 3, value: (heap * next) / 2, least: true, scaled: true };
    return first === 'tens' || (first === 'scores' && !words.of.has(lower(at + 1)))
      ? null
      : { end: at + 1, value: heap, least: true, scaled: true };
  }
  if (words.half.has(first)) {
    const size = words.articles.has(lower(at + 1)) ? words.multipliers.get(lower(at + 2)) : undefined;
    return size === undefined ? null : { end: at + 3, value: size / 2, least: false, scaled: true };
  }
  const article = words.articles.has(first);
  const here = article ? at + 1 : at;
  if (words.few.has(lower(here))) return fewAt(words, atoms, here, article);
  if (article) {
    const size = words.multipliers.get(lower(here));
    return size === undefined ? null : scaled(words, atoms, here + 1, size, true);
  }
  return spelledAt(words, atoms, at);
}

/** 'a couple', 'several hundred', 'a few dozen', 'a couple of thousand'. */
function fewAt(words: NumberWords, atoms: readonly Atom[], at: number, article: boolean): Cardinal | null {
  const lower = (index: number) => atoms[index]?.lower ?? '';
  const couple = words.couple.has(lower(at));
  const after = couple && words.of.has(lower(at + 1)) ? at + 2 : at + 1;
  const size = words.multipliers.get(lower(after));
  if (size !== undefined) return { end: after + 1, value: 2 * size, least: true, scaled: true };
  return couple && article ? { end: at + 1, value: 2, least: false, scaled: false } : null;
}

function digitsAt(words: NumberWords, atoms: readonly Atom[], at: number): Cardinal | null {
  const lower = (index: number) => atoms[index]?.lower ?? '';
  const tight = (index: number) => atoms[index]?.tight === true;
  if (lower(at).length > 12) return null;
  let value = Number(lower(at));
  let end = at + 1;
  while (
    end < at + LONGEST &&
    lower(end) === ',' &&
    tight(end) &&
    tight(end + 1) &&
    /^\d{3}$/.test(lower(end + 1))
  ) {
    value = value * 1000 + Number(lower(end + 1));
    end += 2;
  }
  if (lower(end) === '.' && tight(end) && tight(end + 1) && /^\d+$/.test(lower(end + 1))) {
    value = Number(`${value}.${lower(end + 1).slice(0, 6)}`);
    end += 2;
    // '10.5.2023', '192.168.0.1'
    if (lower(end) === '.' && tight(end) && tight(end + 1) && /^\d/.test(lower(end + 1))) return null;
  }
  // '17:30', '1/2', 'T72', '3rd'
  if (/^[:/]$/.test(lower(end)) && tight(end) && /^\d/.test(lower(end + 1))) return null;
  const short = tight(end) ? words.abbreviations.get(lower(end)) : undefined;
  if (short !== undefined) return { end: end + 1, value: value * short, least: false, scaled: true };
  if (tight(end) && /^\p{L}/u.test(lower(end))) return null;
  return scaled(words, atoms, end, value, false);
}

/** Takes words of size after a number: '2.5 million', 'a hundred thousand'. */
function scaled(
  words: NumberWords,
  atoms: readonly Atom[],
  from: number,
  value: number,
  sized: boolean,
): Cardinal {
  let [end, sum, has] = [from, value, sized];
  for (let step = 0; step < 3; step++) {
    const size = words.multipliers.get(atoms[end]?.lower ?? '');
    if (size === undefined) break;
    sum *= size;
    end++;
    has = true;
  }
  return { end, value: Math.round(sum * 1e6) / 1e6, least: false, scaled: has };
}

function spelledAt(words: NumberWords, atoms: readonly Atom[], at: number): Cardinal | null {
  let [total, current, end, seen, has] = [0, 0, at, false, false];
  for (let index = at; index < at + LONGEST; index++) {
    const word = atoms[index]?.lower ?? '';
    const small = words.small.get(word);
    const size = words.multipliers.get(word);
    if (small !== undefined) {
      const fits = !seen || current % 100 === 0 || (small < 10 && current % 10 === 0 && current % 100 >= 20);
      if (!fits || (seen && small === 0)) break;
      current += small;
    } else if (size !== undefined && seen) {
      has = true;
      if (size >= 1000) {
        total += Math.max(current, 1) * size;
        current = 0;
      } else current *= size;
    } else {
      const joins =
        word === '-' ? atoms[index]?.tight && atoms[index + 1]?.tight : words.and.has(word) && has;
      if (!seen || !joins || !words.small.has(atoms[index + 1]?.lower ?? '')) break;
      continue;
    }
    seen = true;
    end = index + 1;
  }
  return seen ? { end, value: total + current, least: false, scaled: has } : null;
}
