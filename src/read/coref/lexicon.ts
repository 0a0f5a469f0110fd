import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';

const words = z.array(z.string()).transform((list) => new Set(list));

const Reference = z.strictObject({
  pronouns: z.record(z.enum(['he', 'she', 'it', 'they']), words),
  definite: words,
  bodies: words,
  crowds: words,
  places: words,
  lands: words,
  pairs: z.strictObject({ any: words, place: words, person: words }),
  pairWords: words,
  harming: words,
  former: words,
  latter: words,
  feminine: words,
  masculine: words,
  surnames: z.strictObject({ feminine: z.array(z.string()), masculine: z.array(z.string()) }),
  aliases: z.array(z.array(z.string())),
});
/** Words by which a language refers back (`en.yaml`). */
export type ReferenceWords = z.output<typeof Reference>;

const known = new Map<string, ReferenceWords>();

/** Reads and checks them, once for each language; throws where the file is missing or wrong. */
export function referenceWords(language: string): ReferenceWords {
  const here = known.get(language);
  if (here) return here;
  const read = Reference.parse(readDataFile(new URL(`./${language}.yaml`, import.meta.url)));
  known.set(language, read);
  return read;
}
