import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';

const Words = z
  .array(z.string())
  .min(1)
  .transform((words): ReadonlySet<string> => new Set(words));
const StanceWords = z.strictObject({
  falsehoods: Words,
  harms: Words,
  harmObjects: Words,
  wrongs: Words,
  wrongful: Words,
  ready: Words,
  offers: Words,
  supports: Words,
  refusals: Words,
  force: Words,
  retaliation: Words,
  obligation: Words,
  judgements: Words,
  feelings: Words,
  likelihood: Words,
  experts: Words,
  thinkTanks: Words,
});

/** Word lists of lexicon/<language>/stance-words.yaml, by name; see the head of that file. */
export type StanceLexicon = Readonly<z.infer<typeof StanceWords>>;

const loaded = new Map<string, StanceLexicon>();

/** Reads and checks the stance words of one language, once. Throws a ZodError where the file does not fit. */
export function stanceWordsOf(language: string): StanceLexicon {
  const known = loaded.get(language);
  if (known) return known;
  const file = new URL(`../lexicon/${language}/stance-words.yaml`, import.meta.url);
  const lexicon = StanceWords.parse(readDataFile(file));
  loaded.set(language, lexicon);
  return lexicon;
}
