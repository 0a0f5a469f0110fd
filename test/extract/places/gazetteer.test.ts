import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citiesNamed, foldedName } from '../../../src/extract/places/gazetteer.ts';

const lines = gunzipSync(
  readFileSync(new URL('../../../src/extract/places/gazetteer.tsv.gz', import.meta.url)),
)
  .toString()
  .trimEnd()
  .split('\n');

describe('the gazetteer', () => {
  it('finds every name it holds, in each of its countries', () => {
    const byName = new Map<string, string[]>();
    for (const line of lines) {
      const [name, , , , , , , id] = line.split('\t') as string[];
      byName.set(name as string, [...(byName.get(name as string) ?? []), id as string]);
    }
    const names = [...byName.keys()];
    fc.assert(
      fc.property(fc.constantFrom(...names), (name) => {
        expect(
          citiesNamed(name)
            .map((city) => String(city.geonames))
            .sort(),
        ).toEqual(byName.get(name)?.sort());
      }),
      { numRuns: 3000 },
    );
    for (const name of [names[0], names.at(-1)]) expect(citiesNamed(name as string)).not.toEqual([]);
  });
  it('finds nothing for other words', () => {
    const names = new Set(lines.map((line) => line.split('\t')[0]));
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        fc.pre(!names.has(foldedName(text)));
        expect(citiesNamed(text)).toEqual([]);
      }),
    );
  });
  it('folds accents, hyphens and apostrophes', () => {
    expect(foldedName('Ağdərə')).toBe('agdara');
    expect(foldedName('Nagorno-Karabakh')).toBe('nagorno karabakh');
  });
});
