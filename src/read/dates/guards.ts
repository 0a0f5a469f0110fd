import type { Atom } from './atoms.ts';
import type { DateWords } from './lexicon.ts';
import type { PatternMatch } from './pattern.ts';
import { number, text } from './slots.ts';

/** Units that are common words or money talk in the singular: 'a second meeting', '5 dollars a day'. */
const COUNTED_UNITS = new Set(['second', 'minute', 'quarter']);
const BEFORE_SINGLE = new Set(
  'for in within of over about almost than nearly barely exactly scarcely after last take takes took lasted lasting every least most most half around the past next first final under just only after until'.split(
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
      return durationStands(match, atoms, words);
    case 'pastduration':
      // 'for the past month' is a length, 'in the past month' that month
      if (match.slots.number === undefined && !isOpenUnit(match)) return before?.lower === 'for';
      return durationStands(match, atoms, words);
    case 'ago':
    case 'storyunit':
      return !openEnded(match, atoms);
    case 'nthunit':
      return nthUnitStands(match, atoms);
    case 'nthday':
      return nthStands(match, atoms);
    case 'vague':
      if (after && UNIT_AHEAD.test(after.lower)) return false;
      if (after && (OPENERS.has(after.lower) || after.lower === 'as')) return false;
      return !(before?.lower === '-' && before.tight) && !(after?.lower === '-' && after.tight);
    case 'time':
      return !(before?.lower === '$' || after?.lower === '%');
    case 'theunit':
    case 'weekday':
      return !(match.form === 'theunit' && OPENERS.has(after?.lower ?? ''));
    case 'set':
      return !(before?.lower === '-' && before.tight);
    case 'relunit':
      // 'for the past month' is a length of time
      if (before?.lower === 'for' && /^(?:past|last)$/.test(atoms[match.from + 1]?.lower ?? '')) return false;
      return !(after?.lower === '-' && after.tight);
    default:
      return true;
  }
}

const PEOPLE = new Set([
  'people',
  'men',
  'women',
  'children',
  'personnel',
  'police',
  'infantry',
  'square',
  'percent',
]);

/** 'the 100th day of the blockade', 'for the 87th day in a row': not 'the first day'. */
function nthStands(match: PatternMatch, atoms: readonly Atom[]): boolean {
  if (match.end - match.from > 3) return true;
  return atoms[match.end]?.lower === 'of' || (number(match.slots, 'ordinal') ?? 0) >= 10;
}

/** 'now in its fourth month', 'entered its third week', 'for a second day': not 'a second week' or 'the first day'. */
function nthUnitStands(match: PatternMatch, atoms: readonly Atom[]): boolean {
  const before = atoms[match.from - 1]?.lower ?? '';
  const article = (atoms[match.from] as Atom).lower;
  const isOwn = article === 'its' || article === 'their';
  const unit = text(match.slots, 'unit');
  if ((number(match.slots, 'ordinal') ?? 0) < 2 || !NTH_UNITS.has(unit ?? '')) return false;
  if (/^(?:into|entered|enters|entering)$/.test(before)) return true;
  if (isOwn) return before === 'in';
  return /^(?:for|spent|spend|spending)$/.test(before) && article !== 'the';
}

const NTH_UNITS = new Set(['day', 'week', 'month', 'year']);

/** 'the days ahead', which has no count either. */
const isOpenUnit = ({ slots }: PatternMatch): boolean => slots.pastdirection === undefined;

/** 'the past' before 'year' is no past in general. */
const UNIT_AHEAD =
  /^(year|years|month|months|week|weeks|day|days|decade|decades|quarter|quarters|hours?|two|three|four|five|six|several|few)$/;

const OPENERS = new Set(['before', 'after']);

/** 'two days after the clash' counts from the clash, which has no date of its own here; 'two days after.' from the story. */
function openEnded(match: PatternMatch, atoms: readonly Atom[]): boolean {
  if (!OPENERS.has((atoms[match.end - 1] as Atom).lower)) return false;
  const after = atoms[match.end];
  return after !== undefined && /^[\p{L}\d]/u.test(after.lower);
}

function yearStands(match: PatternMatch, atoms: readonly Atom[], words: DateWords): boolean {
  const before = atoms[match.from - 1];
  const after = atoms[match.end];
  const year = number(match.slots, 'year') as number;
  if (year < 1800 || year > 2100) return false;
  const next = after?.lower ?? '';
  const word = /^\p{Ll}/u.test(next) && after?.capital === false;
  if (before && words.beforeYear.includes(before.lower)) {
    return (before.lower !== 'the' && before.lower !== 'a') || /^\p{L}/u.test(next);
  }
  if (before?.tight === false && /^[#№$€£]$/.test(before.lower)) return false;
  // '2000 soldiers' is a count; '1990 invasion' and '1989.' are years.
  return before !== undefined && !(word && (next.endsWith('s') || PEOPLE.has(next)));
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
  if (unit === 'quarter' && after?.lower === 'of') return false;
  // 'the 1988 quarter' counts no quarters, and '24 Hours' is a name.
  if (/^\d/.test(first.lower) && last.capital) return false;
  if (unit === 'quarter' && /^(?:1[89]|20)\d\d$/.test(first.lower)) return false;
  const plural = last.lower.endsWith('s');
  if (COUNTED_UNITS.has(unit) && !plural && match.form === 'duration' && last.lower !== 'half') {
    return /^\d|^one$/.test(first.lower) || atoms[match.from + 1]?.lower === '-';
  }
  if (match.end - match.from === 2 && (first.lower === 'a' || first.lower === 'an')) {
    return before !== undefined && BEFORE_SINGLE.has(before.lower);
  }
  if (match.end - match.from === 1) return before !== undefined && BEFORE_SINGLE.has(before.lower);
  return true;
}
