import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';
import { EventStatus, isModeOf, PloverContext, PloverMode, PloverType } from '../../model/index.ts';
import type { Token } from '../../read/index.ts';
import { formsOf } from './forms.ts';

const words = z.array(z.string()).default([]);

/** Without the rule that the mode is one of its type. */
const EntryFields = z.strictObject({
  type: PloverType,
  mode: PloverMode.optional(),
  contexts: z.array(PloverContext).default([]),
  verbs: words,
  adjectives: words,
  nouns: words,
  light: words,
  objects: words,
  having: words,
  subjects: words,
  phrases: words,
  without: words,
  needs: words,
  unless: words,
  complements: words,
  that: words,
  recipients: words,
  doers: words,
  reciprocal: z.boolean().default(false),
  speech: z.boolean().default(false),
  casualties: z.boolean().default(false),
  addressed: z.boolean().default(false),
  clause: z.boolean().default(false),
  infinitive: z.boolean().default(false),
  negated: z.boolean().default(false),
  promising: z.boolean().default(false),
  planned: z.boolean().default(false),
  hostile: z.boolean().default(false),
  menacing: z.boolean().default(false),
  refusing: z.boolean().default(false),
  asserted: z.boolean().default(false),
  apart: z.boolean().default(false),
  examples: z
    .array(
      z.strictObject({
        text: z.string(),
        trigger: z.string(),
        actors: z.array(z.string()).optional(),
        recipients: z.array(z.string()).optional(),
        status: EventStatus.optional(),
      }),
    )
    .min(1),
});

/** One group of words; lexicon/README.md says what each field means. Its mode is one that PLOVER knows for its type. */
export const EventEntry = EntryFields.refine(({ type, mode }) => mode === undefined || isModeOf(type, mode), {
  message: 'PLOVER knows no such mode for this type (src/model/plover.ts)',
  path: ['mode'],
});
export type EventEntry = z.infer<typeof EventEntry>;

const Words = z.strictObject({
  light: words,
  happening: words,
  striking: words,
  intending: words,
  threatening: words,
  fighting: words,
  offensives: words,
  adding: words,
  pursuing: words,
  hindering: words,
  negating: words,
  doubting: words,
  overseeing: words,
  mediating: words,
  mediators: words,
  talking: words,
  history: words,
  accident: words,
  protesting: words,
  future: words,
  possible: words,
  obliging: words,
  dayWords: words,
  months: words,
  weekdays: words,
  means: words,
  attacks: words,
  forums: words,
  suffered: words,
  elsewhere: words,
  illness: words,
  sporting: words,
  nature: words,
  depicting: words,
  wars: words,
  counts: words,
  messengers: words,
  geographic: words,
  numbers: z.record(z.string(), z.int()),
  atLeast: words,
  atMost: words,
});

type WordSets = { readonly [name in Exclude<keyof z.infer<typeof Words>, 'numbers'>]: ReadonlySet<string> };

/** An entry as the rules use it: lists as sets, classes of nouns spelt out. */
export interface VerbPattern {
  readonly entry: EventEntry;
  /** What follows the verb: `off` in `call off`; empty for plain verbs. */
  readonly particles: readonly string[];
  readonly objects: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
  readonly unless: ReadonlySet<string>;
  readonly having: ReadonlySet<string>;
}

export interface EventLexicon {
  readonly entries: readonly EventEntry[];
  /** First word of the verb → its patterns, the most particular first. */
  readonly verbs: ReadonlyMap<string, readonly VerbPattern[]>;
  readonly adjectives: ReadonlyMap<string, readonly VerbPattern[]>;
  readonly nouns: ReadonlyMap<string, readonly EventEntry[]>;
  /** Forms of the verbs → lemma, for words whose lemma the reader guessed wrong. */
  readonly forms: ReadonlyMap<string, string>;
  readonly words: WordSets;
  readonly numbers: ReadonlyMap<string, number>;
}

const loaded = new Map<string, EventLexicon | null>();

/** The event lexicon of a language, read at its first use; null where there is none. */
export function eventLexiconOf(language: string): EventLexicon | null {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const lexicon = language === 'en' ? load('en') : null;
  loaded.set(language, lexicon);
  return lexicon;
}

function load(language: string): EventLexicon {
  const folder = new URL(`../lexicon/${language}/`, import.meta.url);
  const read = (name: string): unknown => readDataFile(new URL(name, folder));
  const classes = new Map(
    Object.entries(z.record(z.string(), z.array(z.string())).parse(read('event-objects.yaml'))),
  );
  const entries = readdirSync(new URL('events/', folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => z.array(EventEntry).parse(read(`events/${name}`)));
  const { numbers, ...lists } = Words.parse(read('event-words.yaml'));
  const verbs = new Map<string, VerbPattern[]>();
  const adjectives = new Map<string, VerbPattern[]>();
  const nouns = new Map<string, EventEntry[]>();
  const forms = new Map<string, string>();
  for (const entry of entries) {
    const sets = {
      entry,
      objects: spelt(entry.objects, classes),
      subjects: spelt(entry.subjects, classes),
      unless: spelt(entry.unless, classes),
      having: new Set(entry.having),
    };
    for (const name of entry.verbs) {
      const [verb = name, ...particles] = name.split(' ');
      for (const form of formsOf(verb)) forms.set(form, verb);
      verbs.set(verb, [...(verbs.get(verb) ?? []), { ...sets, particles }]);
    }
    for (const name of entry.adjectives)
      adjectives.set(name, [...(adjectives.get(name) ?? []), { ...sets, particles: [] }]);
    for (const noun of entry.nouns) nouns.set(noun, [...(nouns.get(noun) ?? []), entry]);
  }
  for (const [verb, patterns] of verbs)
    verbs.set(
      verb,
      patterns.sort((a, b) => weightOf(b) - weightOf(a)),
    );
  const sets = Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, new Set(list)]),
  ) as unknown as WordSets; // the keys are those of Words, checked by it just above
  return { entries, verbs, adjectives, nouns, forms, words: sets, numbers: new Map(Object.entries(numbers)) };
}

/** How much a pattern asks for: the one that asks most is tried first. */
function weightOf({ entry, particles }: VerbPattern): number {
  const { objects, having, subjects, needs, complements, that, phrases, clause, infinitive, negated } = entry;
  return (
    4 * particles.length +
    [objects, having, subjects, needs, complements, that, phrases].filter((list) => list.length > 0).length +
    (needs.length > 0 ? 1 : 0) +
    (clause || infinitive ? 1 : 0) +
    (negated ? 4 : 0)
  );
}

/** Names with @ are classes of event-objects.yaml; those that it lacks are kinds of word that a rule knows. */
function spelt(list: readonly string[], classes: ReadonlyMap<string, readonly string[]>): Set<string> {
  return new Set(
    list.flatMap((word) => (word.startsWith('@') ? (classes.get(word.slice(1)) ?? [word]) : [word])),
  );
}

/** The lemma of a verb as the lexicon knows it, by its form where the reader's lemma is no word of the lexicon. */
export function verbLemma(lexicon: EventLexicon, { lemma, text }: Token): string {
  if (lexicon.verbs.has(lemma)) return lemma;
  return lexicon.forms.get(text.toLowerCase()) ?? lemma;
}
