import { createRequire } from 'node:module';
import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';

/** A word or name that means a country: its name, its people's, or the seat of its government. */
export interface CountryWord {
  readonly country: string;
  readonly form: 'name' | 'demonym' | 'seat';
}

export const CountryEntries = z.record(
  z.string().regex(/^[A-Z]{3}$/),
  z.strictObject({
    names: z.array(z.string()).optional(),
    demonyms: z.array(z.string()).optional(),
    seats: z.array(z.string()).optional(),
    without: z.array(z.string()).optional(),
    wikidata: z
      .string()
      .regex(/^Q\d+$/)
      .optional(),
  }),
);

interface WorldCountry {
  readonly cca2: string;
  readonly cca3: string;
  readonly independent?: boolean | null;
  readonly name: { readonly common: string; readonly official: string };
  readonly capital: readonly string[];
  readonly altSpellings: readonly string[];
  readonly demonyms?: { readonly eng?: { readonly f: string; readonly m: string } };
}

export interface Countries {
  /** By exact name, in the case that it is written in. */
  readonly words: ReadonlyMap<string, CountryWord>;
  /** Most words in one name. */
  readonly longest: number;
  readonly nameOf: ReadonlyMap<string, string>;
  readonly wikidataOf: ReadonlyMap<string, string>;
  /** ISO 3166-1 alpha-2 → alpha-3. */
  readonly alpha3Of: ReadonlyMap<string, string>;
}

/** ISO 3166-1 has no code for Kosovo; this is the one that others use, from the range for private use. */
const KOSOVO = 'XKX';

let loaded: Countries | null = null;

/** Names of all countries in English: the world-countries package and lexicon/en/countries.yaml. Read once. */
export function countries(): Countries {
  loaded ??= load();
  return loaded;
}

function load(): Countries {
  const words = new Map<string, CountryWord>();
  const nameOf = new Map<string, string>();
  const wikidataOf = new Map<string, string>();
  const alpha3Of = new Map<string, string>();
  const put = (word: string, country: string, form: CountryWord['form']) => {
    if (!/^\p{Lu}/u.test(word) || !/^[\p{Script=Latin}\s.'’-]+$/u.test(word)) return;
    words.set(word, { country, form });
    // as English news write it: Bogota of Bogotá
    const plain = word.normalize('NFD').replace(/\p{M}/gu, '');
    if (plain !== word && !words.has(plain)) words.set(plain, { country, form });
  };
  // The package is CommonJS JSON; `require` reads it without an import assertion, which Node 20 spells differently.
  const all = (createRequire(import.meta.url)('world-countries') as readonly WorldCountry[]).map((entry) => ({
    ...entry,
    cca3: entry.cca3 === 'UNK' ? KOSOVO : entry.cca3,
  }));
  const own = CountryEntries.parse(readDataFile(new URL('../lexicon/en/countries.yaml', import.meta.url)));
  for (const entry of all) {
    alpha3Of.set(entry.cca2, entry.cca3);
    nameOf.set(entry.cca3, entry.name.common);
    // Stanley, Hamilton and Kingston are persons before they are capitals of islands.
    if (entry.independent === false) continue;
    for (const capital of entry.capital) if (!words.has(capital)) put(capital, entry.cca3, 'seat');
  }
  // 'Norwegian' is said of Norway and of Svalbard, 'Indian' of India and of an ocean's islands: states come last and win.
  const dependenciesFirst = all.toSorted((a, b) => Number(a.independent ?? 0) - Number(b.independent ?? 0));
  for (const entry of dependenciesFirst) {
    for (const demonym of new Set(Object.values(entry.demonyms?.eng ?? {}))) {
      if (demonym.length < 3) continue;
      put(demonym, entry.cca3, 'demonym');
      if (/[anio]$/.test(demonym)) put(`${demonym}s`, entry.cca3, 'demonym');
    }
  }
  for (const entry of all) {
    for (const name of entry.altSpellings) if (name.length > 3) put(name, entry.cca3, 'name');
    put(entry.name.official, entry.cca3, 'name');
    put(entry.name.common, entry.cca3, 'name');
  }
  for (const { without = [] } of Object.values(own)) for (const word of without) words.delete(word);
  for (const [country, { names = [], demonyms = [], seats = [], wikidata }] of Object.entries(own)) {
    for (const seat of seats) put(seat, country, 'seat');
    for (const demonym of demonyms) put(demonym, country, 'demonym');
    for (const name of names) put(name, country, 'name');
    if (wikidata) wikidataOf.set(country, wikidata);
  }
  let longest = 1;
  for (const word of words.keys()) longest = Math.max(longest, word.split(' ').length);
  return { words, longest, nameOf, wikidataOf, alpha3Of };
}

const isSmall = (code: number) => code >= 97 && code <= 122;

/** Does the text begin with a small letter or a digit? No country's name does, nor one of a known actor that is looked for by its capital. */
export function beginsSmall(text: string): boolean {
  const code = text.charCodeAt(0);
  return isSmall(code) || (code >= 48 && code <= 57);
}

/** The country that a name or word means, if any; capitals written in full count as they are elsewhere. */
export function countryWord(text: string): CountryWord | undefined {
  // Most words need no look-up.
  if (beginsSmall(text)) return undefined;
  const { words } = countries();
  const plain = text.endsWith('s') ? text.replace(/['’]s$/, '') : text;
  return (
    words.get(plain) ??
    (plain.length > 3 && !isSmall(plain.charCodeAt(1)) && plain === plain.toUpperCase()
      ? words.get(plain.replace(/\p{L}+/gu, (word) => word[0] + word.slice(1).toLowerCase()))
      : undefined)
  );
}
