import { readFileSync } from 'node:fs';
import { hashOfText } from '../entities/hash.ts';
import { RisingHashes } from '../entities/rising-hashes.ts';

/** What a form can be, as bits. */
export const KIND = {
  noun: 1,
  nouns: 2,
  verb: 4,
  verbS: 8,
  verbEd: 16,
  verbIng: 32,
  adjective: 64,
  adverb: 128,
  /** Only written with a capital; no feature that anything learns from, see {@link LEARNED}. */
  name: 1024,
} as const;

/** Which it mostly is where it can be noun and verb: bits beside those of {@link KIND}. */
export const SIDE = { noun: 256, verb: 512, both: 768 } as const;

/** The bits that the tagger learns from. */
export const LEARNED = 1023;

/** Kinds of a form in lower case, as a number of bits; 0 where none is known. */
export type WordKinds = (lower: string) => number;

/** The table that train/word-kinds.ts wrote. */
export function loadWordKinds(url: URL): WordKinds {
  const file = readFileSync(url);
  if (file.toString('latin1', 0, 4) !== 'TLK1') throw new Error(`${url.pathname} is no table of word kinds`);
  const count = file.readUInt32LE(4);
  const bytes = file.buffer.slice(file.byteOffset + 8, file.byteOffset + 8 + count * 6);
  const hashes = new RisingHashes(new Uint32Array(bytes, 0, count));
  const kinds = new Uint16Array(bytes, count * 4, count);
  return (lower) => {
    const place = hashes.placeOf(hashOfText(lower));
    return place < 0 ? 0 : (kinds[place] as number);
  };
}
