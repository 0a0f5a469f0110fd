import { type Atom, isDigit } from './atoms.ts';
import type { DateWords } from './lexicon.ts';
import { numberAt, ordinalAt } from './numbers.ts';
import type { Phrase, Term, Terms, TermValue } from './pattern.ts';

type Words = ReadonlyMap<string, TermValue>;

const two = (value: number) => String(value).padStart(2, '0');

/** The terms that patterns are made of (`<month>`, `<number>`, …) for one language's words. */
export function termsOf(words: DateWords): Terms {
  const ordinal: Term = (atoms, at) => ordinalAt(words, atoms, at);
  return new Map<string, Term>([
    ['month', monthTerm(words)],
    ['monthday', monthdayTerm(words)],
    ['year', yearAt],
    ['iso', isoAt],
    ['clock', clockAt],
    ['weekday', weekdayTerm(words)],
    ['weekdays', one(numbers(words.weekdayPlurals))],
    ['part', one(named(words.parts))],
    ['unit', one(named(words.units))],
    ['units', one(plurals(words))],
    ['season', one(numbers(words.seasons))],
    ['decade', decadeTerm(words)],
    ['ordinal', ordinal],
    ['number', (atoms, at) => numberAt(words, atoms, at)],
    ['edge', one(named(words.edges))],
    ['direction', one(numbers(words.directions))],
    ['previous', one(flat(words.previous, 'previous'))],
    ['following', one(flat(words.following, 'following'))],
    ['pastdirection', one(flat(words.pastDirections, -1))],
    ['futuredirection', one(flat(words.futureDirections, 1))],
    ['deictic', deicticTerm(words)],
    ['earlier', one(flat(words.beforeStory, -1))],
    ['later', one(flat(words.afterStory, 1))],
    ['this', one(flat(words.this, 'this'))],
    ['dayword', one(flat(words.dayWords, 'day'))],
    ['bound', phraseTerm(Object.values(words.bounds).flat())],
    ['zone', phraseTerm(words.zones)],
    ['frequency', one(new Map(Object.entries(words.frequencies)))],
  ]);
}

/** Phrases that stand for themselves: holidays, and words of no datable time. */
export function phrasesOf(words: DateWords): Phrase[] {
  const holidays = words.holidays.map(({ name, month, day }) => ({
    form: 'calendar',
    words: name,
    slots: { holiday: `${two(month)}-${two(day)}` },
  }));
  const vague = Object.entries(words.vague).flatMap(([value, list]) =>
    list.map((phrase) => ({ form: 'vague', words: phrase, slots: { vague: value } })),
  );
  return [...holidays, ...vague];
}

/** Lists that look at what stands around a term. */
const CONTEXT = new Set([
  'beforeYear',
  'beforeMonth',
  'tense',
  'bounds',
  'zones',
  'anchors',
  'vague',
  'holidays',
  'ages',
]);

/** Every word that some term can begin with. */
export function vocabularyOf(words: DateWords): Set<string> {
  const all = new Set<string>(['a', 'an', "'", 'noon', 'midnight']);
  const walk = (node: unknown): void => {
    if (typeof node === 'string') all.add(node);
    else if (Array.isArray(node)) node.forEach(walk);
    else if (node instanceof Map) for (const word of node.keys()) all.add(word);
    else if (node && typeof node === 'object') {
      for (const [key, value] of Object.entries(node)) {
        all.add(key);
        walk(value);
      }
    }
  };
  for (const [name, value] of Object.entries(words)) if (!CONTEXT.has(name)) walk(value);
  for (const phrase of Object.values(words.bounds).flat()) all.add(phrase[0] as string);
  return all;
}

function one(words: Words): Term {
  return (atoms, at) => {
    const value = words.get((atoms[at] as Atom).lower);
    return value === undefined ? null : { end: at + 1, value };
  };
}

function numbers(words: { readonly [word: string]: number }): Words {
  return new Map(Object.entries(words));
}

function named(groups: { readonly [name: string]: readonly string[] }): Words {
  return new Map(Object.entries(groups).flatMap(([name, list]) => list.map((word) => [word, name] as const)));
}

function flat(list: readonly string[], value: TermValue): Words {
  return new Map(list.map((word) => [word, value]));
}

/** Units in the plural, which may stand without a count ('for weeks'). */
function plurals(words: DateWords): Words {
  return new Map(Object.entries(words.units).flatMap(([unit, list]) => (list[1] ? [[list[1], unit]] : [])));
}

function abbreviated(full: Words, short: Words): Term {
  return (atoms, at) => {
    const atom = atoms[at] as Atom;
    if (!atom.capital) return null;
    const whole = full.get(atom.lower);
    if (whole !== undefined) return { end: at + 1, value: whole };
    const value = short.get(atom.lower);
    if (value === undefined) return null;
    const stop = atoms[at + 1];
    if (stop?.lower === '.' && stop.tight) return { end: at + 2, value };
    const digits = /^\d/.test(stop?.lower ?? '') || /^\d/.test(atoms[at - 1]?.lower ?? '');
    return digits ? { end: at + 1, value } : null;
  };
}

function monthTerm(words: DateWords): Term {
  const plain = abbreviated(numbers(words.months), numbers(words.monthAbbreviations));
  const ambiguous = new Set(words.ambiguousMonths);
  const before = new Set(words.beforeMonth);
  const edges = new Set(Object.values(words.edges).flat());
  return (atoms, at) => {
    const found = plain(atoms, at);
    if (!found || !ambiguous.has((atoms[at] as Atom).lower)) return found;
    // 'mid-May'
    const hyphen = atoms[at - 1]?.lower === '-' && edges.has(atoms[at - 2]?.lower ?? '');
    const previous = atoms[hyphen ? at - 2 : at - 1]?.lower ?? '';
    const next = atoms[found.end]?.lower ?? '';
    const certain = /^\d/.test(previous) || /^\d/.test(next) || before.has(previous) || edges.has(previous);
    return certain ? found : null;
  };
}

function weekdayTerm(words: DateWords): Term {
  return abbreviated(numbers(words.weekdays), numbers(words.weekdayAbbreviations));
}

function monthdayTerm(words: DateWords): Term {
  return (atoms, at) => {
    const { lower } = atoms[at] as Atom;
    const match = isDigit(lower) ? /^(\d{1,2})(st|nd|rd|th)?$/.exec(lower) : null;
    if (match) {
      const day = Number(match[1]);
      const next = atoms[at + 1];
      const decimal = next?.tight && (next.lower === ',' || next.lower === '.' || next.lower === ':');
      if (decimal && atoms[at + 2]?.tight && /^\d/.test(atoms[at + 2]?.lower ?? '')) return null;
      return day >= 1 && day <= 31 ? { end: at + 1, value: day } : null;
    }
    const ordinal = ordinalAt(words, atoms, at);
    return ordinal && ordinal.value <= 31 ? ordinal : null;
  };
}

function yearAt(atoms: readonly Atom[], at: number) {
  const word = (atoms[at] as Atom).lower;
  if (!isDigit(word) || !/^(1[5-9]|20)\d\d$/.test(word)) return null;
  const [previous, next, after] = [atoms[at - 1], atoms[at + 1], atoms[at + 2]];
  if ((atoms[at] as Atom).tight && /^[$€£.,:\d]$/.test(previous?.lower ?? '')) {
    if (previous?.lower !== ',' || /^\d/.test(atoms[at - 2]?.lower ?? '')) return null;
  }
  const number = next?.tight && after?.tight && /^[.,:]$/.test(next.lower) && /^\d/.test(after.lower);
  if (number || (next?.tight && /^[%°s]$/.test(next.lower))) return null;
  return { end: at + 1, value: Number(word) };
}

/** 2023-03-05, 05.03.2023, 3/25/2023 (month first unless that cannot be); the value is `YYYY-MM-DD`. */
function isoAt(atoms: readonly Atom[], at: number) {
  if (!isDigit((atoms[at] as Atom).lower)) return null;
  const [a, dash, b, dash2, c] = atoms.slice(at, at + 5);
  if (!a || !dash || !b || !dash2 || !c || dash.lower !== dash2.lower) return null;
  if (!dash.tight || !b.tight || !dash2.tight || !c.tight || !/^[-./]$/.test(dash.lower)) return null;
  if (![a, b, c].every((atom) => /^\d+$/.test(atom.lower))) return null;
  let [year, month, day] = [a.lower, Number(b.lower), Number(c.lower)];
  if (a.lower.length !== 4) {
    if (c.lower.length !== 4 || a.lower.length > 2) return null;
    const [first, second] = [Number(a.lower), Number(b.lower)];
    const monthFirst = dash.lower === '/' && first <= 12;
    [year, month, day] = [c.lower, monthFirst ? first : second, monthFirst ? second : first];
  } else if (dash.lower === '.') return null;
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { end: at + 5, value: `${year}-${two(month)}-${two(day)}` };
}

/** '17:00', '5 p.m.', '5:30 am', 'noon', 'midnight'; the value is `HH:MM`. */
function clockAt(atoms: readonly Atom[], at: number) {
  const first = atoms[at] as Atom;
  if (first.lower === 'noon') return { end: at + 1, value: '12:00' };
  if (first.lower === 'midnight') return { end: at + 1, value: '00:00' };
  if (!isDigit(first.lower) || !/^\d{1,2}$/.test(first.lower)) return null;
  let hour = Number(first.lower);
  let minute = 0;
  let end = at + 1;
  let certain = false;
  const [colon, minutes] = [atoms[end], atoms[end + 1]];
  if (colon?.tight && minutes?.tight && /^[:.]$/.test(colon.lower) && /^[0-5]\d$/.test(minutes.lower)) {
    minute = Number(minutes.lower);
    certain = colon.lower === ':';
    end += 2;
  }
  const half = atoms[end]?.lower;
  if (half === 'am' || half === 'pm') end += 1;
  else if ((half === 'a' || half === 'p') && atoms[end + 1]?.lower === '.' && atoms[end + 2]?.lower === 'm') {
    end += atoms[end + 3]?.lower === '.' && atoms[end + 3]?.tight ? 4 : 3;
  } else if (!certain) return null;
  else {
    return hour < 24 ? { end, value: `${two(hour)}:${two(minute)}` } : null;
  }
  if (hour > 12) return null;
  hour = (hour % 12) + (half?.startsWith('p') ? 12 : 0);
  return { end, value: `${two(hour)}:${two(minute)}` };
}

/** One of a list of phrases, the longest that fits; it fills no slot of note. */
function phraseTerm(phrases: readonly (readonly string[])[]): Term {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of [...phrases].sort((a, b) => b.length - a.length)) {
    const first = phrase[0] as string;
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  return (atoms, at) => {
    for (const phrase of byFirst.get((atoms[at] as Atom).lower) ?? []) {
      if (phrase.every((word, index) => atoms[at + index]?.lower === word)) {
        return { end: at + phrase.length, value: phrase.join(' ') };
      }
    }
    return null;
  };
}

/** '1990s', "the '80s", 'the nineties'; the value is the decade's first year. */
function decadeTerm(words: DateWords): Term {
  return (atoms, at) => {
    const first = atoms[at] as Atom;
    const named = words.decades.get(first.lower);
    if (named !== undefined && !first.capital) return { end: at + 1, value: 1900 + named * 10 };
    const start = first.lower === "'" ? at + 1 : at;
    const digits = atoms[start]?.lower ?? '';
    const ending = atoms[start + 1];
    if (ending?.lower !== 's' || !ending.tight) return null;
    if (/^(1[5-9]|20)\d0$/.test(digits)) return { end: start + 2, value: Number(digits) };
    return start > at && /^\d0$/.test(digits) ? { end: start + 2, value: 1900 + Number(digits) } : null;
  };
}

function deicticTerm(words: DateWords): Term {
  const night = new Set(words.nightDeictics);
  return (atoms, at) => {
    const word = (atoms[at] as Atom).lower;
    const offset = words.deictics.get(word);
    if (offset === undefined) return null;
    return { end: at + 1, value: night.has(word) ? 'night' : offset };
  };
}
