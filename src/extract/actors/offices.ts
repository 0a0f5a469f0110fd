import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';

const words = z.array(z.string()).transform((list) => new Set(list));

const Offices = z.strictObject({
  offices: words,
  certain: words,
  vague: words,
  heading: z.record(z.string(), z.string()),
  former: words,
  helped: words,
  contested: words,
  labels: words,
  bodies: words,
  national: words,
  weapons: words,
});
/** Words of office (lexicon/en/offices.yaml). */
export type Offices = z.output<typeof Offices>;

let loaded: Offices | null = null;

/** Read and checked once. */
export function offices(): Offices {
  loaded ??= Offices.parse(readDataFile(new URL('../lexicon/en/offices.yaml', import.meta.url)));
  return loaded;
}
