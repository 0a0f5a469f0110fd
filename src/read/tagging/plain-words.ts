import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';
import { hashText } from '../hashing.ts';
import { normal } from '../parsing/word-view.ts';

/** A word list as the hashes of its normal forms ({@link WordView}`.lower`). */
const Words = z
  .array(z.string())
  .min(1)
  .transform((words): ReadonlySet<number> => new Set(words.map((word) => hashText(normal(word)))));

const PlainWords = z.strictObject({
  bodies: Words,
  wanting: Words,
  many: Words,
  holding: Words,
  holdings: Words,
  held: Words,
  papers: Words,
  showing: Words,
  articles: Words,
  openings: Words,
  numbers: Words,
  deeds: Words,
  measured: Words,
  measures: Words,
  forces: Words,
  attacks: Words,
  behindAttacks: Words,
  trading: Words,
  traded: Words,
  syllables: Words,
  particles: Words,
  nameArticles: Words,
});
/** What the lists mean is told at the head of each in the data file. */
export type PlainWords = z.infer<typeof PlainWords>;

/** Languages that have lists, with their file. */
const FILES: { readonly [language: string]: string } = { en: '../lang/en/plain-words.yaml' };

/** The lists of a language, read anew at each call; null where it has none. */
export function plainWordsOf(language: string): PlainWords | null {
  const file = Object.hasOwn(FILES, language) ? FILES[language] : undefined;
  return file === undefined ? null : PlainWords.parse(readDataFile(new URL(file, import.meta.url)));
}
