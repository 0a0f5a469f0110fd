import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';
import { ConditionKind } from '../../model/index.ts';

const words = z.array(z.string()).default([]);
const set = words.transform((list): ReadonlySet<string> => new Set(list));

export const ConditionEntry = z.strictObject({
  kind: ConditionKind,
  verbs: words,
  objects: set,
  names: z.array(z.enum(['place', 'person', 'people'])).default([]),
  with: words,
  unless: words,
  nouns: words,
  adjectives: words,
  ends: words,
  again: words,
  named: z.boolean().default(false),
  there: z.boolean().default(false),
  before: z.boolean().default(false),
  under: z.boolean().default(false),
  undoer: z.boolean().default(false),
  negated: z.boolean().default(false),
  lacking: z.boolean().default(false),
  doing: z.boolean().default(false),
  lasting: z.boolean().default(false),
  timed: z.boolean().default(false),
  dated: z.boolean().default(false),
  present: z.boolean().default(false),
  agents: words,
  perfect: z.boolean().default(false),
  aside: z.boolean().default(false),
  lasts: z.boolean().default(false),
  examples: z
    .array(
      z.strictObject({
        text: z.string(),
        thing: z.string().optional(),
        status: z.enum(['stands', 'ended', 'disputed']),
      }),
    )
    .min(1),
});
/** An entry with its place in the lexicon: of several that fit, the first tells. */
export type ConditionEntry = z.infer<typeof ConditionEntry> & { readonly order: number };

let loaded: readonly ConditionEntry[] | undefined;
const byWord = new WeakMap<readonly ConditionEntry[], WordEntries>();

/** The condition lexicon of a language, read at its first use; null where there is none. */
export function conditionLexiconOf(language: string): readonly ConditionEntry[] | null {
  if (language !== 'en') return null;
  loaded ??= z
    .array(ConditionEntry)
    .parse(readDataFile(new URL('../lexicon/en/conditions.yaml', import.meta.url)))
    .map((entry, order) => ({ ...entry, order }));
  return loaded;
}

/** Gives the entries that may fire on a word, in any case of letters; null for most words. */
export type WordEntries = (word: string) => readonly ConditionEntry[] | null;

/** The entries by every verb, noun and adjective of theirs: other words tell of no condition. */
export function entriesByWord(entries: readonly ConditionEntry[]): WordEntries {
  const known = byWord.get(entries);
  if (known) return known;
  const made = new Map<string, ConditionEntry[]>();
  for (const entry of entries)
    for (const word of wordsOf(entry)) {
      const list = made.get(word) ?? [];
      made.set(word, list);
      if (!list.includes(entry)) list.push(entry);
    }
  const find: WordEntries = (word) => made.get(word) ?? made.get(word.toLowerCase()) ?? null;
  byWord.set(entries, find);
  return find;
}

function wordsOf({ verbs, ends, again, nouns, adjectives, lacking, objects }: ConditionEntry): string[] {
  // 'cut off' fires on its verb, 'house arrest' on any of its words
  const acts = [...verbs, ...ends, ...again].map((verb) => verb.split(' ')[0] as string);
  const names = [...nouns, ...adjectives].flatMap((name) => name.split(' ').filter((word) => word !== 'of'));
  return [...acts, ...names, ...(lacking ? [...objects] : [])].map((word) => word.toLowerCase());
}

/** The entries that make a kind of condition. */
export const entriesOfKind = (
  entries: readonly ConditionEntry[],
  kind: ConditionEntry['kind'],
): readonly ConditionEntry[] => entries.filter((entry) => entry.kind === kind);
