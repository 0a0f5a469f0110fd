import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';

const list = z.array(z.string());
const words = list.transform((all) => new Set(all));
const Seats = z.strictObject({
  countries: z.record(z.string(), z.strictObject({ names: list, seats: list })),
  acts: words,
  objects: words,
  nouns: words,
});

/** Countries and their capitals, and the words that show that a place stands for its government. */
export interface Seats {
  /** Country of a country's name or of a capital's, in lower case; undefined for other places. */
  countryOf(name: string): string | undefined;
  isCapital(name: string): boolean;
  readonly acts: ReadonlySet<string>;
  readonly objects: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
}

const known = new Map<string, Seats>();

/** Reads and checks `seats.<language>.yaml`, once; throws where it is missing or wrong. */
export function seatsOf(language: string): Seats {
  const here = known.get(language);
  if (here) return here;
  const { countries, ...rest } = Seats.parse(
    readDataFile(new URL(`./seats.${language}.yaml`, import.meta.url)),
  );
  const homes = new Map<string, string>();
  const capitals = new Set<string>();
  for (const [country, { names, seats }] of Object.entries(countries)) {
    for (const name of seats) {
      capitals.add(name);
      homes.set(name, country);
    }
    for (const name of [country, ...names]) homes.set(name, country);
  }
  const made: Seats = {
    ...rest,
    countryOf: (name) => homes.get(name),
    isCapital: (name) => capitals.has(name),
  };
  known.set(language, made);
  return made;
}
