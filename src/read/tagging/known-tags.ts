import { UPOS_CLASSES } from './upos.ts';

/** Tags that a common word may have, by the hash of its lower-case form ({@link WordView}`.lower`). */
export type KnownTags = ReadonlyMap<number, readonly number[]>;

/** From the list of a model file: hash, set of tags as bits, hash, set, … */
export function knownTagsOf(pairs: readonly number[]): KnownTags {
  const sets = new Map<number, readonly number[]>();
  const known = new Map<number, readonly number[]>();
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const bits = pairs[at + 1] as number;
    const tags = sets.get(bits) ?? UPOS_CLASSES.map((_, tag) => tag).filter((tag) => bits & (1 << tag));
    sets.set(bits, tags);
    known.set(pairs[at] as number, tags);
  }
  return known;
}
