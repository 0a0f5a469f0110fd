import { readFileSync } from 'node:fs';
import type { Marks } from './gazetteer.ts';
import { hashOfText } from './hash.ts';
import { RisingHashes } from './rising-hashes.ts';

/** What lists of names say of a word; bits. */
export const NAME_WORD = { he: 1, she: 2, last: 4, firm: 8 } as const;

/** How many classes a word may lean to: first name, surname, place, firm, people. */
export const LEANINGS = 5;

/** What lists and vectors know of words as parts of names, and bodies by their names of any length. */
export interface NameWords {
  /** Bits of NAME_WORD; 0 for a word of no list. */
  listed(lower: string): number;
  /** Three bits for each leaning, from unlikely (0) to sure (7); -1 for a word without a vector. */
  leanings(lower: string): number;
  /** What is listed under a word alone as the name of a body, or as the beginning of one; 0 for most words. */
  opensBody(lowerHash: number): number;
  /** Marks each word with the longest listed body through it; `kinds` in bits of its lists. */
  mark(words: readonly BodyWord[]): Marks;
}

/** A word as the list of bodies looks at it. */
export interface BodyWord {
  /** Hash of the lower-case form with its digits as zeros. */
  readonly lowerHash: number;
  readonly capital: boolean;
  /** See {@link NameWords.opensBody}. */
  readonly opensBody: number;
}

/** The longest name of a body in words. */
const LONGEST = 6;
const PREFIX = 128;

/** The hash of a body's name with one more word, given by the hash of its lower-case text. */
export function extendBody(hash: number, word: number): number {
  let mixed = Math.imul(hash, 31) ^ word;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** Reads the table that train/name-words.ts wrote: 'TLN1', two counts; words, their facts; bodies, their kinds. */
export function loadNameWords(url: URL): NameWords {
  const file = readFileSync(url);
  if (file.toString('latin1', 0, 4) !== 'TLN1') throw new Error(`${url.pathname} is no table of name words`);
  const [words, bodies] = [file.readUInt32LE(4), file.readUInt32LE(8)];
  const bytes = file.buffer.slice(file.byteOffset + 12, file.byteOffset + file.byteLength);
  const wordHashes = new RisingHashes(new Uint32Array(bytes, 0, words));
  const bodyHashes = new RisingHashes(new Uint32Array(bytes, words * 4, bodies));
  const leanings = new Int16Array(bytes, (words + bodies) * 4, words);
  const lists = new Uint8Array(bytes, (words + bodies) * 4 + words * 2, words);
  const kindsOf = new Uint8Array(bytes, (words + bodies) * 4 + words * 3, bodies);
  const entryOf = (hash: number) => {
    const place = bodyHashes.placeOf(hash);
    return place < 0 ? 0 : (kindsOf[place] as number);
  };
  const wordAt = (lower: string) => wordHashes.placeOf(hashOfText(lower));
  return {
    listed: (lower) => lists[wordAt(lower)] ?? 0,
    leanings: (lower) => leanings[wordAt(lower)] ?? -1,
    opensBody: (lowerHash) => entryOf(extendBody(0, lowerHash)),
    mark(all) {
      const kinds = new Uint8Array(all.length);
      const places = new Uint8Array(all.length);
      for (let from = 0; from < all.length; ) {
        const { opensBody, lowerHash, capital } = all[from] as BodyWord;
        let end = from;
        let kind = 0;
        if (opensBody & ~PREFIX) {
          end = from + 1;
          kind = opensBody & ~PREFIX;
        }
        if (opensBody & PREFIX) {
          let hash = extendBody(0, lowerHash);
          for (let at = from + 1; at < all.length && at < from + LONGEST; at++) {
            hash = extendBody(hash, (all[at] as BodyWord).lowerHash);
            const entry = entryOf(hash);
            if (entry === 0) break;
            if (entry & ~PREFIX) [end, kind] = [at + 1, entry & ~PREFIX];
            if (!(entry & PREFIX)) break;
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
