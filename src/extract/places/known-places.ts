import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';
import { foldedName } from './gazetteer.ts';

export const KnownPlaces = z.array(
  z.strictObject({
    names: z.array(z.string()).min(1),
    country: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    lat: z.number().min(-90).max(90),
    lon: z.number().min(-180).max(180),
    geonames: z.int().positive().optional(),
    precision: z.enum(['exact', 'near', 'district', 'region']),
  }),
);
export type KnownPlace = z.infer<typeof KnownPlaces>[number];

let loaded: { byName: ReadonlyMap<string, KnownPlace>; longest: number } | null = null;

/** The places of places.yaml and towns.yaml by folded name, and the most words in one; places.yaml comes first. Read and checked once. */
export function knownPlaces(): {
  readonly byName: ReadonlyMap<string, KnownPlace>;
  readonly longest: number;
} {
  if (loaded) return loaded;
  const byName = new Map<string, KnownPlace>();
  let longest = 1;
  const files = ['./places.yaml', './towns.yaml'];
  const places = files.flatMap((file) => KnownPlaces.parse(readDataFile(new URL(file, import.meta.url))));
  for (const place of places) {
    for (const name of place.names) {
      const folded = foldedName(name);
      if (!byName.has(folded)) byName.set(folded, place);
      longest = Math.max(longest, folded.split(' ').length);
    }
  }
  loaded = { byName, longest };
  return loaded;
}
