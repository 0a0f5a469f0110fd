import { type Atom, isDigit } from './atoms.ts';
import type { DateWords } from './lexicon.ts';

interface NumberFound {
  readonly end: number;
  readonly value: number;
}

/** What stands for 'several': a count that is not said. */
export const VAGUE = -1;

/**
 * A count in digits or words at atom `at`: '87', '1,200', 'forty-four', 'two hundred', 'a', 'half a dozen',
 * 'several' (VAGUE). At most a dozen atoms are looked at.
 */
export function numberAt(words: DateWords, atoms: readonly Atom[], at: number): NumberFound | null {
  const first = (atoms[at] as Atom).lower;
  if (isDigit(first) && /^\d{1,6}$/.test(first)) return digitsAt(atoms, at);
  if (first === 'a' || first === 'an') return articleAt(words, atoms, at);
  if (words.vagueNumbers.includes(first))
    return { end: atoms[at + 1]?.lower === 'of' ? at + 2 : at + 1, value: VAGUE };
  return spelledAt(words, atoms, at);
}

function digitsAt(atoms: readonly Atom[], at: number): NumberFound | null {
  let value = Number((atoms[at] as Atom).lower);
  let end = at + 1;
  if (atoms[at - 1]?.lower === '$' || atoms[at - 1]?.lower === '€') return null;
  while (atoms[end]?.lower === ',' && atoms[end]?.tight && atoms[end + 1]?.tight) {
    const group = atoms[end + 1]?.lower ?? '';
    if (!/^\d{3}$/.test(group) || value > 1_000_000) return null;
    value = value * 1000 + Number(group);
    end += 2;
  }
  if (atoms[end]?.lower === '.' && atoms[end]?.tight && atoms[end + 1]?.tight) {
    const tenths = atoms[end + 1]?.lower ?? '';
    if (/^\d$/.test(tenths)) return { end: end + 2, value: value + Number(tenths) / 10 };
  }
  return { end, value };
}

function articleAt(words: DateWords, atoms: readonly Atom[], at: number): NumberFound {
  const next = atoms[at + 1]?.lower ?? '';
  const size = words.multipliers.get(next);
  if (size !== undefined) return { end: at + 2, value: size };
  if (next === 'couple') return { end: atoms[at + 2]?.lower === 'of' ? at + 3 : at + 2, value: 2 };
  if (next === 'dozen') return { end: at + 2, value: 12 };
  if (words.vagueNumbers.includes(next)) return { end: at + 2, value: VAGUE };
  if (next === 'single' || next === 'full' || next === 'whole') return { end: at + 2, value: 1 };
  return { end: at + 1, value: 1 };
}

function spelledAt(words: DateWords, atoms: readonly Atom[], at: number): NumberFound | null {
  let total = 0;
  let current = 0;
  let end = at;
  let seen = false;
  for (let index = at; index < at + 12; index++) {
    const word = atoms[index]?.lower ?? '';
    const number = words.numbers.get(word);
    const multiplier = words.multipliers.get(word);
    if (number !== undefined && (current % 100 === 0 || (number < 10 && current % 10 === 0)))
      current += number;
    else if (multiplier !== undefined && seen) {
      if (multiplier >= 1000) {
        total += current * multiplier;
        current = 0;
      } else current *= multiplier;
    } else if (seen && (word === '-' || word === 'and') && words.numbers.has(atoms[index + 1]?.lower ?? '')) {
      if (word === 'and' && current % 100 !== 0) break;
      continue;
    } else break;
    seen = true;
    end = index + 1;
  }
  return seen ? { end, value: total + current } : null;
}

/** 'third', '21st', 'hundredth', 'forty-fourth'. */
export function ordinalAt(words: DateWords, atoms: readonly Atom[], at: number): NumberFound | null {
  const first = (atoms[at] as Atom).lower;
  const digits = isDigit(first) ? /^(\d{1,4})([a-z]{2})$/.exec(first) : null;
  if (digits) {
    return words.ordinalSuffixes.includes(digits[2] as string)
      ? { end: at + 1, value: Number(digits[1]) }
      : null;
  }
  const plain = words.ordinals.get(first);
  if (plain !== undefined) return { end: at + 1, value: plain };
  const tens = words.numbers.get(first);
  const unit = words.ordinals.get(atoms[at + 2]?.lower ?? '');
  if (
    tens !== undefined &&
    tens >= 20 &&
    tens % 10 === 0 &&
    atoms[at + 1]?.lower === '-' &&
    unit &&
    unit < 10
  ) {
    return { end: at + 3, value: tens + unit };
  }
  return null;
}
