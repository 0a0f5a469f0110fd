import type { Atom } from './atoms.ts';
import type { DateWords } from './lexicon.ts';
import type { PatternMatch } from './pattern.ts';
import { number, text } from './slots.ts';

/** Units that are common words or money talk in the singular: 'a second meeting', '5 dollars a day'. */
const COUNTED_UNITS = new Set(['second', 'minute', 'quarter']);
const BEFORE_SINGLE = new Set(
  'for in within of over about almost than nearly after last take takes took lasted lasting every least most most half around the past next first final under just only after until'.split(
    ' ',
  ),
);

/** May this match stand here? Looks at the words around it for what makes it no time at all. */
export function stands(match: PatternMatch, atoms: readonly Atom[], words: DateWords): boolean {
  const before = atoms[match.from - 1];
  const after = atoms[match.end];
  switch (match.form) {
    case 'year':
      return match.end - match.from > 1 || yearStands(match, atoms, words);
    case 'duration':
    case 'pastduration':
      return durationStands(match, atoms, words);
    case 'nthday':
      return (
        match.end - match.from > 3 || after?.lower === 'of' || (number(match.slots, 'ordinal') ?? 0) >= 10
      );
    case 'vague':
      return !(before?.lower === '-' && before.tight) && !(after?.lower === '-' && after.tight);
    case 'time':
      return !(before?.lower === '$' || after?.lower === '%');
    case 'relunit':
      return !(after?.lower === '-' && after.tight);
    default:
      return true;
  }
}

function yearStands(match: PatternMatch, atoms: readonly Atom[], words: DateWords): boolean {
  const before = atoms[match.from - 1];
  const after = atoms[match.end];
  const year = number(match.slots, 'year') as number;
  if (year < 1800 || year > 2100) return false;
  if (!before || !words.beforeYear.includes(before.lower)) return false;
  if (before.lower === 'the' || before.lower === 'a')
    return after !== undefined && /^\p{L}/u.test(after.lower);
  if (!after || !/^\p{Ll}/u.test(after.lower) || after.capital) return true;
  // 'of 2020 and', 'in 2020 was': a small word may follow; '2000 soldiers' is a count.
  return after.lower.length <= 4 || !after.lower.endsWith('s') || before.lower === 'in';
}

function durationStands(match: PatternMatch, atoms: readonly Atom[], words: DateWords): boolean {
  const before = atoms[match.from - 1];
  const after = atoms[match.end];
  const unit = text(match.slots, 'unit') ?? text(match.slots, 'units') ?? '';
  const last = atoms[match.end - 1] as Atom;
  const first = atoms[match.from] as Atom;
  const next = after?.lower === '-' ? atoms[match.end + 1] : after;
  if (next && words.ages.includes(next.lower)) return false;
  if (before?.lower === '$' || before?.lower === '€' || before?.lower === '£') return false;
  const plural = last.lower.endsWith('s');
  if (COUNTED_UNITS.has(unit) && !plural && match.form === 'duration') {
    return /^\d/.test(first.lower) || atoms[match.from + 1]?.lower === '-';
  }
  if (match.end - match.from === 2 && (first.lower === 'a' || first.lower === 'an')) {
    return before !== undefined && BEFORE_SINGLE.has(before.lower);
  }
  if (match.end - match.from === 1) return before !== undefined && BEFORE_SINGLE.has(before.lower);
  return true;
}
