import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';

const words = z.array(z.string());
const phrases = z.array(words);
const numbered = z.record(z.string(), z.number());
/** A table that is looked into at many words of a text: a map, for an object would take each of them for a name of its own. */
const table = numbered.transform((entries): ReadonlyMap<string, number> => new Map(Object.entries(entries)));

export const Unit = z.enum([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'fortnight',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
]);
export type Unit = z.infer<typeof Unit>;

export const DayPart = z.enum(['morning', 'midday', 'noon', 'afternoon', 'evening', 'night', 'dawn', 'dusk']);
export type DayPart = z.infer<typeof DayPart>;

export const Edge = z.enum(['start', 'mid', 'end']);
export type Edge = z.infer<typeof Edge>;

/** The words of time of one language (`en.yaml`). */
const Words = z.strictObject({
  months: numbered,
  monthAbbreviations: numbered,
  ambiguousMonths: words,
  beforeMonth: words,
  weekdays: numbered,
  weekdayAbbreviations: numbered,
  weekdayPlurals: numbered,
  units: z.record(Unit, words),
  numbers: table,
  multipliers: table,
  vagueNumbers: words,
  ordinals: table,
  ordinalSuffixes: words,
  parts: z.record(DayPart, words),
  seasons: numbered,
  holidays: z.array(z.strictObject({ name: words, month: z.int(), day: z.int() })),
  decades: table,
  beforeYear: words,
  bounds: z.record(z.enum(['at-least', 'at-most', 'about']), phrases),
  zones: phrases,
  anchors: z.record(z.enum(['since', 'until', 'within']), phrases),
  tense: z.strictObject({
    future: words,
    past: words,
    perfect: words,
    present: words,
    doneInfinitive: words,
    starting: words,
    ordering: words,
  }),
  ages: words,
  edges: z.record(Edge, words),
  directions: numbered,
  previous: words,
  following: words,
  pastDirections: words,
  futureDirections: words,
  deictics: table,
  nightDeictics: words,
  beforeStory: words,
  afterStory: words,
  dayWords: words,
  this: words,
  frequencies: z.record(z.string(), z.string()),
  vague: z.record(z.enum(['PRESENT_REF', 'PAST_REF', 'FUTURE_REF']), phrases),
});
export type DateWords = z.output<typeof Words>;

/** The patterns of one language (`en.rules.yaml`). */
const Rules = z.strictObject({
  parts: z.record(z.string(), words),
  rules: z.record(z.string(), words),
});
export type DateRules = z.infer<typeof Rules>;

function load<T>(name: string, schema: z.ZodType<T>): T {
  return schema.parse(readDataFile(new URL(name, import.meta.url)));
}

/** Reads and checks the words of a language; throws where the file is missing or wrong. */
export function dateWords(language: string): DateWords {
  return load(`./${language}.yaml`, Words);
}

/** Reads and checks the patterns of a language; throws where the file is missing or wrong. */
export function dateRules(language: string): DateRules {
  return load(`./${language}.rules.yaml`, Rules);
}
