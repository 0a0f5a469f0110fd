import { readFileSync } from 'node:fs';
import { hashOfText, stir } from './hash.ts';
import { RisingHashes } from './rising-hashes.ts';

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

/** A word as the gazetteer looks at it. */
export interface ListedWord {
  /** Hash of the form in lower case. */
  readonly hash: number;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** What is listed under this word alone, with LISTED.prefix where names begin with it; 0 for most words. */
  readonly opening: number;
}

/** Marks on the words of a sentence: `kinds` in bits, `places` as B(1) I(2) E(3) S(4), plus 4 where the name does not begin with a capital. */
export interface Marks {
  readonly kinds: Uint8Array;
  readonly places: Uint8Array;
}

/** Names of places, peoples and bodies, looked up word by word; entries are hashes of the lower-case words. */
export interface Gazetteer {
  wordOf(form: string): ListedWord;
  /** Marks each word with what the longest listed name through it is; `kinds` in bits of LISTED. */
  mark(words: readonly ListedWord[]): Marks;
}

/** The hash of a name with one more word. */
export function extend(hash: number, lower: string): number {
  return extendBy(hash, hashOfText(lower));
}

function extendBy(hash: number, word: number): number {
  return stir(Math.imul(hash, 31) ^ word);
}

/** Reads the table that train/gazetteer.ts wrote: 'TLG1', count, rising hashes, kinds. */
export function loadGazetteer(url: URL): Gazetteer {
  const file = readFileSync(url);
  if (file.toString('latin1', 0, 4) !== 'TLG1') throw new Error(`${url.pathname} is no gazetteer`);
  const count = file.readUInt32LE(4);
  const bytes = file.buffer.slice(file.byteOffset + 8, file.byteOffset + 8 + count * 5);
  const hashes = new RisingHashes(new Uint32Array(bytes, 0, count));
  const listed = new Uint8Array(bytes, count * 4, count);
  const find = (hash: number): number => {
    const place = hashes.placeOf(hash);
    return place < 0 ? 0 : (listed[place] as number);
  };
  return {
    wordOf(form) {
      const lower = form.toLowerCase();
      const hash = hashOfText(lower) | 0;
      return {
        hash,
        capital: form[0] !== form[0]?.toLowerCase(),
        opening: /^\p{L}/u.test(lower) ? find(extendBy(0, hash)) : 0,
      };
    },
    mark(words) {
      const kinds = new Uint8Array(words.length);
      const places = new Uint8Array(words.length);
      for (let from = 0; from < words.length; ) {
        const { opening, hash: first, capital } = words[from] as ListedWord;
        let end = from;
        let kind = 0;
        if (opening & ~LISTED.prefix) {
          end = from + 1;
          kind = opening & ~LISTED.prefix;
        }
        if (opening & LISTED.prefix) {
          let hash = extendBy(0, first);
          for (let at = from + 1; at < words.length && at < from + LONGEST; at++) {
            hash = extendBy(hash, (words[at] as ListedWord).hash);
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
          places[at] = (end === from + 1 ? 4 : at === from ? 1 : at === end - 1 ? 3 : 2) + (capital ? 0 : 4);
        }
        from = end;
      }
      return { kinds, places };
    },
  };
}
