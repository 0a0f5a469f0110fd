import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { EventStatus, PloverContext, PloverMode, PloverType } from '../../model/index.ts';
import type { Token } from '../../read/index.ts';
import { formsOf } from './forms.ts';

const words = z.array(z.string()).default([]);

/** One group of words; the head of lexicon/en/events.yaml says what each field means. */
export const EventEntry = z.strictObject({
  type: PloverType,
  mode: PloverMode.optional(),
  contexts: z.array(PloverContext).default([]),
  verbs: words,
  objects: words,
  phrases: words,
  recipients: words,
  reciprocal: z.boolean().default(false),
  nouns: words,
  speech: z.boolean().default(false),
  casualties: z.boolean().default(false),
  needs: words,
  unless: words,
  complements: words,
  addressed: z.boolean().default(false),
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
export type EventEntry = z.infer<typeof EventEntry>;

const Words = z.strictObject({
  light: words,
  happening: words,
  intending: words,
  threatening: words,
  hindering: words,
  negating: words,
  overseeing: words,
  mediating: words,
  talking: words,
  history: words,
  accident: words,
  protesting: words,
  numbers: z.record(z.string(), z.int()),
  atLeast: words,
  atMost: words,
});

type WordSets = { readonly [name in Exclude<keyof z.infer<typeof Words>, 'numbers'>]: ReadonlySet<string> };

export interface EventLexicon {
  readonly entries: readonly EventEntry[];
  readonly verbs: ReadonlyMap<string, readonly EventEntry[]>;
  readonly nouns: ReadonlyMap<string, EventEntry>;
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
  const read = (name: string): unknown =>
    parse(readFileSync(new URL(`../lexicon/${language}/${name}.yaml`, import.meta.url), 'utf8'));
  const entries = z.array(EventEntry).parse(read('events'));
  const { numbers, ...lists } = Words.parse(read('event-words'));
  const verbs = new Map<string, EventEntry[]>();
  const nouns = new Map<string, EventEntry>();
  const forms = new Map<string, string>();
  for (const entry of entries) {
    for (const verb of entry.verbs) for (const form of formsOf(verb)) forms.set(form, verb);
    for (const verb of entry.verbs) verbs.set(verb, [...(verbs.get(verb) ?? []), entry]);
    for (const noun of entry.nouns) if (!nouns.has(noun)) nouns.set(noun, entry);
  }
  const sets = Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, new Set(list)]),
  ) as unknown as WordSets; // the keys are those of Words, checked by it just above
  return { entries, verbs, nouns, forms, words: sets, numbers: new Map(Object.entries(numbers)) };
}

/** The lemma of a verb as the lexicon knows it, by its form where the reader's lemma is no word of the lexicon. */
export function verbLemma(lexicon: EventLexicon, { lemma, text }: Token): string {
  if (lexicon.verbs.has(lemma)) return lemma;
  return lexicon.forms.get(text.toLowerCase()) ?? lemma;
}
