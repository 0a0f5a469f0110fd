import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';
import { ActorKind, PloverSector } from '../../model/index.ts';

const KnownActors = z.array(
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
    adjectives: z.array(z.string()).optional(),
  }),
);
export type KnownActor = z.infer<typeof KnownActors>[number];

export interface ActorKnowledge {
  /** By name as written, in lower case. */
  readonly byName: ReadonlyMap<string, KnownActor>;
  /** Most words in one name. */
  readonly longest: number;
}

/** The files of lexicon/en/actors, one a theme. */
const FILES = ['bodies', 'ngos', 'services', 'disputed', 'armed-groups', 'parties', 'outlets', 'persons'];

let loaded: ActorKnowledge | null = null;

/** The actors of one file, checked. */
export function actorsIn(file: string): readonly KnownActor[] {
  return KnownActors.parse(readDataFile(new URL(`../lexicon/en/actors/${file}.yaml`, import.meta.url)));
}

/** The actors of lexicon/en/actors, by every name and, where it is safe, by surname. Read and checked once. */
export function actorKnowledge(): ActorKnowledge {
  if (loaded) return loaded;
  const byName = new Map<string, KnownActor>();
  let longest = 1;
  for (const actor of FILES.flatMap(actorsIn)) {
    for (const name of [...actor.names, ...(actor.seats ?? []), ...(actor.adjectives ?? [])]) {
      byName.set(name.toLowerCase(), actor);
      longest = Math.max(longest, name.split(' ').length);
      const surname = name.split(' ').at(-1) as string;
      if (actor.surname && !byName.has(surname.toLowerCase())) byName.set(surname.toLowerCase(), actor);
    }
  }
  loaded = { byName, longest };
  return loaded;
}

/** The known actor that a phrase names, the longest name first. */
export function knownIn(phrase: string): KnownActor | undefined {
  const words = phrase.split(/\s+/).map((word) => word.replace(/^[^\p{L}]+|[^\p{L}.]+$|['’]s$/gu, ''));
  for (let length = Math.min(actorKnowledge().longest, words.length); length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const name = words.slice(start, start + length).join(' ');
      if (!/^\p{Lu}|^al-/u.test(name)) continue;
      const known = actorKnowledge().byName.get(name.toLowerCase());
      if (known) return known;
    }
  }
  return undefined;
}
