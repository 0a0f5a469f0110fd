import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';

const words = z.array(z.string()).transform((list) => new Set(list));
const values = z.record(z.string(), z.number()).transform((table) => new Map(Object.entries(table)));
const phrases = z.array(z.array(z.string()));
const bounds = z
  .strictObject({ 'at-least': phrases, 'at-most': phrases, about: phrases })
  .transform(byFirstWord);

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
/** Words of number of a language (`en.yaml`), and all that a count or its bound can begin with, digits apart. */
export type NumberWords = z.output<typeof Numbers> & { readonly openings: ReadonlySet<string> };

/** A phrase that bounds a count: 'at least', 'up to'. */
interface BoundPhrase {
  readonly bound: 'at-least' | 'at-most' | 'about';
  readonly words: readonly string[];
}

function byFirstWord(
  table: {
    readonly [bound in BoundPhrase['bound']]: readonly (readonly string[])[];
  },
): ReadonlyMap<string, readonly BoundPhrase[]> {
  const phrases = new Map<string, BoundPhrase[]>();
  for (const bound of ['at-least', 'at-most', 'about'] as const) {
    for (const words of table[bound]) {
      const first = words[0] ?? '';
      phrases.set(first, [...(phrases.get(first) ?? []), { bound, words }]);
    }
  }
  return phrases;
}

const known = new Map<string, NumberWords>();

/** Reads and checks them, once for each language; throws where the file is missing or wrong. */
export function numberWords(language: string): NumberWords {
  const here = known.get(language);
  if (here) return here;
  const read = Numbers.parse(readDataFile(new URL(`./${language}.yaml`, import.meta.url)));
  const { small, heaps, half, few, articles, between, currencies, bounds: before } = read;
  const openings = new Set(
    [small, heaps, half, few, articles, between, currencies, before].flatMap((words) => [...words.keys()]),
  );
  const words = { ...read, openings };
  known.set(language, words);
  return words;
}
