import { readFileSync } from 'node:fs';
import { hashOfText } from './hash.ts';
import { RisingHashes } from './rising-hashes.ts';

/** Word clusters of a language: 0 stands for an unknown word, the clusters count from 1. */
export interface Clusters {
  /** Fine cluster of a word in lower case. */
  fine(lower: string): number;
  /** Coarse cluster that a fine one belongs to. */
  coarse(fine: number): number;
}

const loaded = new Map<string, Clusters>();

/** The table that train/word-clusters.ts wrote, read once; nothing is parsed. */
export function loadClusters(url: URL): Clusters {
  const known = loaded.get(url.href) ?? readClusters(url);
  loaded.set(url.href, known);
  return known;
}

function readClusters(url: URL): Clusters {
  const file = readFileSync(url);
  if (file.toString('latin1', 0, 4) !== 'TLC1')
    throw new Error(`${url.pathname} is no table of word clusters`);
  const count = file.readUInt32LE(4);
  const fineCount = file.readUInt32LE(8);
  const bytes = file.buffer.slice(file.byteOffset + 12, file.byteOffset + 12 + count * 6 + fineCount);
  const hashes = new RisingHashes(new Uint32Array(bytes, 0, count));
  const homes = new Uint16Array(bytes, count * 4, count);
  const coarse = new Uint8Array(bytes, count * 6, fineCount);
  return {
    fine(lower) {
      const place = hashes.placeOf(hashOfText(lower));
      return place < 0 ? 0 : (homes[place] as number) + 1;
    },
    coarse: (fine) => (fine === 0 ? 0 : (coarse[fine - 1] as number) + 1),
  };
}
