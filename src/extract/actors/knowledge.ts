import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';
import { ActorKind, PloverSector } from '../../model/index.ts';

export const KnownActors = z.array(
  z.strictObject({
    names: z.array(z.string()).min(1),
    kind: ActorKind,
    country: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    sector: PloverSector.optional(),
    role: z.string().optional(),
    wikidata: z
      .string()
      .regex(/^Q\d+$/)
      .optional(),
    surname: z.boolean().optional(),
    seats: z.array(z.string()).optional(),
  }),
);
export type KnownActor = z.infer<typeof KnownActors>[number];

export interface ActorKnowledge {
  /** By name as written, in lower case. */
  readonly byName: ReadonlyMap<string, KnownActor>;
  /** Most words in one name. */
  readonly longest: number;
}

let loaded: ActorKnowledge | null = null;

/** The actors of lexicon/en/actors.yaml, by every name and, where it is safe, by surname. Read and checked once. */
export function actorKnowledge(): ActorKnowledge {
  if (loaded) return loaded;
  const actors = KnownActors.parse(readDataFile(new URL('../lexicon/en/actors.yaml', import.meta.url)));
  const byName = new Map<string, KnownActor>();
  let longest = 1;
  for (const actor of actors) {
    for (const name of [...actor.names, ...(actor.seats ?? [])]) {
      byName.set(name.toLowerCase(), actor);
      longest = Math.max(longest, name.split(' ').length);
      const surname = name.split(' ').at(-1) as string;
      if (actor.surname && !byName.has(surname.toLowerCase())) byName.set(surname.toLowerCase(), actor);
    }
  }
  loaded = { byName, longest };
  return loaded;
}
