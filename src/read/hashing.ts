/**
 * Features are numbers: a template and some word hashes mixed into 32 bits (the finaliser of MurmurHash3, Appleby), then cut to the
 * size of a table ("hash kernel", Shi et al. 2009; Bohnet 2010). No list of features is kept, collisions are borne.
 */

/** FNV-1a over UTF-16 units of [start, end). */
export function hashText(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}

export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ b, 0x85ebca6b) + 0x9e3779b9;
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0xc2b2ae35) ^ b;
  return hash ^ (hash >>> 13);
}

export function mix3(a: number, b: number, c: number): number {
  return mix(mix(a, b), c);
}

/**
 * Mixes the number of its template into each of the `count` features, in place; templates count from `template` + 1. In a
 * loop of its own, because closures over a count are slow. Returns `count`.
 */
export function hashed(features: Int32Array, count: number, template: number): number {
  for (let index = 0; index < count; index++)
    features[index] = mix(Math.imul(template + 1 + index, 0x01000193), features[index] as number);
  return count;
}
