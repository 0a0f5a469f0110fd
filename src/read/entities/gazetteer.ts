import { readFileSync } from 'node:fs';
import { hashOfText, stir } from './hash.ts';

/** What a name is listed as; bits, since 'Georgia' is a country, a state and a name. */
export const LISTED = {
  country: 1,
  city: 2,
  town: 4,
  demonym: 8,
  region: 16,
  organization: 32,
  group: 64,
  /** Not a listed name itself, but one begins so. */
  prefix: 128,
} as const;

/** The longest name in words that is looked for. */
const LONGEST = 8;

/** Names of places, peoples and bodies, looked up word by word; entries are hashes of the lower-case words. */
export interface Gazetteer {
  /**
   * Marks each token with what the longest listed name through it is: `kinds` in bits of LISTED, `places` as
   * B(1) I(2) E(3) S(4), plus 4 where the name does not begin with a capital. Both have the length of `lower`.
   */
  mark(lower: readonly string[], capital: readonly boolean[]): { kinds: Uint8Array; places: Uint8Array };
}

/** The hash of a name with one more word. */
export function extend(hash: number, lower: string): number {
  return stir(Math.imul(hash, 31) ^ hashOfText(lower));
}

/** Reads the table that train/gazetteer.ts wrote: 'TLG1', count, rising hashes, kinds. */
export function loadGazetteer(url: URL): Gazetteer {
  const file = readFileSync(url);
  if (file.toString('latin1', 0, 4) !== 'TLG1') throw new Error(`${url.pathname} is no gazetteer`);
  const count = file.readUInt32LE(4);
  const bytes = file.buffer.slice(file.byteOffset + 8, file.byteOffset + 8 + count * 5);
  const hashes = new Uint32Array(bytes, 0, count);
  const listed = new Uint8Array(bytes, count * 4, count);
  const find = (hash: number): number => {
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const value = hashes[middle] as number;
      if (value === hash) return listed[middle] as number;
      if (value < hash) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  };
  return {
    mark(lower, capital) {
      const kinds = new Uint8Array(lower.length);
      const places = new Uint8Array(lower.length);
      for (let from = 0; from < lower.length; ) {
        let [end, kind] = [from, 0];
        if (/^\p{L}/u.test(lower[from] as string)) {
          let hash = 0;
          for (let at = from; at < lower.length && at < from + LONGEST; at++) {
            hash = extend(hash, lower[at] as string);
            const entry = find(hash);
            if (entry === 0) break;
            if (entry & ~LISTED.prefix) [end, kind] = [at + 1, entry & ~LISTED.prefix];
            if (!(entry & LISTED.prefix)) break;
          }
        }
        if (end === from) {
          from++;
          continue;
        }
        for (let at = from; at < end; at++) {
          kinds[at] = kind;
          places[at] =
            (end === from + 1 ? 4 : at === from ? 1 : at === end - 1 ? 3 : 2) + (capital[from] ? 0 : 4);
        }
        from = end;
      }
      return { kinds, places };
    },
  };
}
