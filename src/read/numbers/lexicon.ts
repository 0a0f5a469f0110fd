import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';

const words = z.array(z.string()).transform((list) => new Set(list));
const values = z.record(z.string(), z.number()).transform((table) => new Map(Object.entries(table)));
const phrases = z.array(z.array(z.string()));
const bounds = z.strictObject({ 'at-least': phrases, 'at-most': phrases, about: phrases });

const Numbers = z.strictObject({
  small: values,
  multipliers: values,
  abbreviations: values,
  heaps: values,
  few: words,
  articles: words,
  half: words,
  couple: words,
  of: words,
  and: words,
  between: words,
  to: words,
  or: words,
  percent: phrases,
  currencies: words,
  money: words,
  bounds,
  after: bounds,
  labels: words,
  notAfter: words,
  notBefore: words,
});
/** Words of number of a language (`en.yaml`). */
export type NumberWords = z.output<typeof Numbers>;

const known = new Map<string, NumberWords>();

/** Reads and checks them, once for each language; throws where the file is missing or wrong. */
export function numberWords(language: string): NumberWords {
  const here = known.get(language);
  if (here) return here;
  const read = Numbers.parse(readDataFile(new URL(`./${language}.yaml`, import.meta.url)));
  known.set(language, read);
  return read;
}
