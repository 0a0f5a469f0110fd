import { createRequire } from 'node:module';
import type { Place } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import { countries, countryWord } from '../actors/countries.ts';
import { childrenIn } from '../phrase.ts';
import { type City, citiesNamed, foldedName } from './gazetteer.ts';
import { type KnownPlace, knownPlaces } from './known-places.ts';

/** Smaller places than this are taken only in a country that the article speaks of. */
const WELL_KNOWN = 100_000;
const DISTRICT_WORDS = new Set([
  'district',
  'region',
  'province',
  'county',
  'oblast',
  'governorate',
  'state',
  'rayon',
]);

/** A function that says which place the name around a token means, or null. Nothing is looked up before it is asked. */
export function placeFinder(document: Document): (token: number) => Place | null {
  const cache = new Map<number, Place | null>();
  let context: ReadonlyMap<string, number> | null = null;
  return (token) => {
    const known = cache.get(token);
    if (known !== undefined) return known;
    context ??= countriesOf(document);
    const place = findPlace(document, token, context);
    cache.set(token, place);
    return place;
  };
}

/** How often each country (alpha-3) is named in the article, by name, people or capital, or by a place of our list. */
function countriesOf(document: Document): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (country: string | undefined) => {
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1);
  };
  for (const token of document.tokens) {
    if (!/^\p{Lu}/u.test(token.text)) continue;
    const word = countryWord(token.text);
    count(word?.country ?? surePlace(token.text)?.country);
  }
  return counts;
}

/** A place of our list whose name no other country's town bears. */
function surePlace(text: string): KnownPlace | undefined {
  const place = knownPlaces().byName.get(foldedName(text));
  return place && citiesNamed(text).length === 0 ? place : undefined;
}

/** Is a town of our list in a country that the article does not speak of, where another of its name may be meant? */
function isElsewhere(
  { country, precision }: KnownPlace,
  name: string,
  context: ReadonlyMap<string, number>,
): boolean {
  if (country === undefined || precision !== 'exact' || context.has(country)) return false;
  return bestCity(citiesNamed(name), context) !== null;
}

function findPlace(document: Document, index: number, context: ReadonlyMap<string, number>): Place | null {
  const run = nameAround(document, index);
  if (!run) return null;
  const { tokens, article } = document;
  const text = (first: number, end: number) =>
    article.text.slice((tokens[first] as Token).start, (tokens[end - 1] as Token).end);
  const own = longestKnown(document, run.first, run.end + 2, index);
  if (own && !isElsewhere(own.place, text(own.first, own.end), context)) {
    const { place, first, end } = own;
    const { country, lat, lon, geonames, precision } = place;
    return {
      name: text(first, end),
      ...(country !== undefined && { country }),
      lat,
      lon,
      ...(geonames !== undefined && { geonames }),
      precision: nearer(document, first, precision),
    };
  }
  const name = text(run.first, run.end)
    .replace(/^(?:the|The)\s+/, '')
    .replace(/['’]s$/, '');
  const country = countryWord(name);
  if (country?.form === 'name')
    return { name, country: country.country, ...centerOf(country.country), precision: 'country' };
  if (country?.form === 'demonym') return null;
  const city = bestCity(citiesNamed(name), context);
  if (!city) return run.isPlace ? { name } : null;
  const isDistrict = DISTRICT_WORDS.has((tokens[run.end]?.text ?? '').toLowerCase());
  return {
    name,
    ...(countries().alpha3Of.has(city.country) && {
      country: countries().alpha3Of.get(city.country) as string,
    }),
    lat: city.lat,
    lon: city.lon,
    geonames: city.geonames,
    precision: isDistrict ? 'district' : nearer(document, run.first, 'exact'),
  };
}

/** The name that holds a token: a tagged place, or the run of capitalised words around it. */
function nameAround(
  document: Document,
  index: number,
): { first: number; end: number; isPlace: boolean } | null {
  const entity = entityAt(document, index);
  if (entity) {
    if (entity.type !== 'LOC' && entity.type !== 'ORG' && entity.type !== 'MISC') return null;
    return { first: entity.firstToken, end: entity.endToken, isPlace: entity.type === 'LOC' };
  }
  const { tokens } = document;
  const isNamed = (at: number) => {
    const token = tokens[at];
    return (
      token !== undefined &&
      token.sentence === tokens[index]?.sentence &&
      token.upos === 'PROPN' &&
      /^\p{Lu}/u.test(token.text)
    );
  };
  if (!isNamed(index)) {
    const inner = childrenIn(document, tokens[index] as Token, 'compound', 'flat', 'appos', 'nmod').find(
      (child) => isNamed(child.index),
    );
    if (
      !inner ||
      !/^(?:city|town|village|district|region|corridor|road|bridge|province|area|settlement|capital|checkpoint|highway)$/i.test(
        (tokens[index] as Token).lemma,
      )
    )
      return null;
    return { first: inner.index, end: inner.index + 1, isPlace: false };
  }
  let first = index;
  let end = index + 1;
  while (index - first < 4 && isNamed(first - 1)) first--;
  while (end - index < 5 && isNamed(end)) end++;
  return { first, end, isPlace: false };
}

function entityAt(document: Document, index: number) {
  let low = 0;
  let high = document.entities.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.entities[middle]?.endToken ?? Infinity) <= index) low = middle + 1;
    else high = middle;
  }
  const entity = document.entities[low];
  return entity && entity.firstToken <= index && index < entity.endToken ? entity : undefined;
}

/** The longest name of our list within [from, to) that holds the token. */
function longestKnown(document: Document, from: number, to: number, index: number) {
  const { tokens, article } = document;
  const { byName, longest } = knownPlaces();
  const last = Math.min(tokens.length, to, from + 8 + longest);
  let best: { place: KnownPlace; first: number; end: number } | null = null;
  for (let first = Math.max(0, from); first <= index; first++) {
    for (let end = index + 1; end <= last; end++) {
      const opening = tokens[first] as Token;
      const closing = tokens[end - 1] as Token;
      if (closing.sentence !== opening.sentence || closing.end - opening.start > 60) break;
      if (best && end - first <= best.end - best.first) continue;
      const place = byName.get(foldedName(article.text.slice(opening.start, closing.end)));
      if (place) best = { place, first, end };
    }
  }
  return best;
}

function nearer<P extends string>(document: Document, first: number, precision: P): P | 'near' {
  const before = document.tokens[first - 1]?.text.toLowerCase() ?? '';
  return precision === 'exact' && /^(?:near|outside|around)$/.test(before) ? 'near' : precision;
}

/** Of several towns of a name: one in a country that the article speaks of, else a well-known one, else none. */
function bestCity(cities: readonly City[], context: ReadonlyMap<string, number>): City | null {
  let best: City | null = null;
  let bestScore = 0;
  for (const city of cities) {
    const weight = context.get(countries().alpha3Of.get(city.country) ?? '') ?? 0;
    const fame = Math.log10(city.population + 1) + (city.rank === 'C' ? 2 : city.rank === 'A' ? 0.5 : 0);
    if (weight === 0 && city.population < WELL_KNOWN && city.rank !== 'C') continue;
    const score = fame + Math.min(6, weight * 1.5);
    if (score > bestScore) {
      best = city;
      bestScore = score;
    }
  }
  return best;
}

interface CountryCenter {
  readonly cca3: string;
  readonly latlng: readonly [number, number];
}

let centers: ReadonlyMap<string, { lat: number; lon: number }> | null = null;

function centerOf(country: string): { lat: number; lon: number } | Record<string, never> {
  centers ??= new Map(
    (createRequire(import.meta.url)('world-countries') as readonly CountryCenter[]).map((entry) => [
      entry.cca3,
      { lat: entry.latlng[0], lon: entry.latlng[1] },
    ]),
  );
  return centers.get(country) ?? {};
}
