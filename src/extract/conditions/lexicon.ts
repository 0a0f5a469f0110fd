import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';
import { ConditionKind } from '../../model/index.ts';

const words = z.array(z.string()).default([]);

export const ConditionEntry = z.strictObject({
  kind: ConditionKind,
  verbs: words,
  objects: words,
  with: words,
  nouns: words,
  adjectives: words,
  negated: z.boolean().default(false),
  lasting: z.boolean().default(false),
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
export type ConditionEntry = z.infer<typeof ConditionEntry>;

let loaded: readonly ConditionEntry[] | undefined;
const triggers = new WeakMap<readonly ConditionEntry[], ReadonlySet<string>>();

/** The condition lexicon of a language, read at its first use; null where there is none. */
export function conditionLexiconOf(language: string): readonly ConditionEntry[] | null {
  if (language !== 'en') return null;
  loaded ??= z
    .array(ConditionEntry)
    .parse(readDataFile(new URL('../lexicon/en/conditions.yaml', import.meta.url)));
  return loaded;
}

/** Every verb, noun and adjective that some entry has, in lower case: other words tell of no condition. */
export function triggersOf(entries: readonly ConditionEntry[]): ReadonlySet<string> {
  const known = triggers.get(entries);
  if (known) return known;
  const words = new Set(
    entries.flatMap(({ verbs, nouns, adjectives }) =>
      [...verbs, ...nouns, ...adjectives].map((word) => word.toLowerCase()),
    ),
  );
  triggers.set(entries, words);
  return words;
}
