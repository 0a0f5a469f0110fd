import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A populated place of GeoNames. */
export interface City {
  readonly country: string;
  readonly rank: 'C' | 'A' | 'P';
  readonly population: number;
  readonly lat: number;
  readonly lon: number;
  readonly geonames: number;
}

/** A name without accents, hyphens and apostrophes, in lower case: how names are compared. */
export function foldedName(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ə/g, 'a')
    .replace(/ı/g, 'i')
    .replace(/[’'`ʿʻ]/g, '')
    .replace(/[-\s]+/g, ' ')
    .trim();
}

/** Words of ASCII, one blank between them: nothing to fold but the case. */
const PLAIN = /^[\w.]+(?: [\w.]+)*$/;

let bytes: Buffer | null = null;
const cache = new Map<string, readonly City[]>();
const LARGEST_CACHE = 5000;

/**
 * All populated places of a name, at most one a country (ISO 3166-1 alpha-2). The file is unpacked at the first call
 * and searched by halves after that.
 */
export function citiesNamed(name: string): readonly City[] {
  const folded = foldedName(name);
  if (folded === '') return [];
  const known = cache.get(folded);
  if (known) return known;
  bytes ??= gunzipSync(readFileSync(new URL('./gazetteer.tsv.gz', import.meta.url)));
  const found = search(bytes, Buffer.from(`${folded}\t`));
  if (cache.size < LARGEST_CACHE) cache.set(folded, found);
  return found;
}

function search(data: Buffer, prefix: Buffer): City[] {
  let low = 0;
  let high = data.length;
  while (low < high) {
    const middle = startOfLine(data, (low + high) >> 1);
    if (middle < low) break;
    if (data.compare(prefix, 0, prefix.length, middle, Math.min(data.length, middle + prefix.length)) < 0)
      low = endOfLine(data, middle);
    else high = middle;
  }
  const cities: City[] = [];
  for (let at = startOfLine(data, Math.min(low, high)); at < data.length; at = endOfLine(data, at)) {
    const order = data.compare(prefix, 0, prefix.length, at, Math.min(data.length, at + prefix.length));
    if (order > 0) break;
    if (order === 0) cities.push(cityOf(data.toString('utf8', at, endOfLine(data, at) - 1)));
  }
  return cities;
}

function startOfLine(data: Buffer, at: number): number {
  return at <= 0 ? 0 : data.lastIndexOf(10, at - 1) + 1;
}

function endOfLine(data: Buffer, at: number): number {
  const end = data.indexOf(10, at);
  return end < 0 ? data.length : end + 1;
}

function cityOf(line: string): City {
  const [, , country, rank, population, lat, lon, geonames] = line.split('\t') as string[];
  return {
    country: country as string,
    rank: rank as City['rank'],
    population: Number(population),
    lat: Number(lat),
    lon: Number(lon),
    geonames: Number(geonames),
  };
}
