import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { AgentEntries } from '../../../src/extract/actors/agents.ts';
import { countries, countryWord, resolvePhrase } from '../../../src/extract/actors/index.ts';
import { actorKnowledge, actorsIn } from '../../../src/extract/actors/knowledge.ts';

const lexicon = (name: string) =>
  parse(readFileSync(new URL(`../../../src/extract/lexicon/en/${name}`, import.meta.url), 'utf8'));

describe('agent nouns', () => {
  const examples = AgentEntries.parse(lexicon('agents.yaml')).flatMap((entry) => entry.examples);
  it.each(examples)('$phrase', ({ phrase, country, sector }) => {
    const resolved = resolvePhrase(phrase);
    expect(resolved.sector).toBe(sector);
    expect(resolved.country).toBe(country);
  });
});

describe('known actors', () => {
  const files = readdirSync(new URL('../../../src/extract/lexicon/en/actors/', import.meta.url));
  const actors = files.flatMap((file) => actorsIn(file.replace(/\.yaml$/, '')));
  it('reads every file', () => {
    for (const { names } of actors)
      expect(actorKnowledge().byName.has((names[0] as string).toLowerCase())).toBe(true);
  });
  it('has no name twice', () => {
    const names = actors.flatMap((actor) =>
      [...actor.names, ...(actor.seats ?? []), ...(actor.adjectives ?? [])].map((name) => name.toLowerCase()),
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
  it('uses countries that exist', () => {
    const codes = actors.flatMap((actor) => actor.country ?? []);
    expect(codes.filter((code) => !countries().nameOf.has(code))).toEqual([]);
  });
  it('forces no country on sides whose statehood is in dispute', () => {
    for (const name of [
      'Nagorno-Karabakh',
      'Artsakh',
      'Abkhazia',
      'Transnistria',
      'Karabakh Armenians',
      'Somaliland',
      'Northern Cyprus',
      "Donetsk People's Republic",
    ])
      expect(
        actors.find((actor) => [...actor.names, ...(actor.seats ?? [])].includes(name))?.country,
      ).toBeUndefined();
  });
});

describe('countries', () => {
  it.each([
    ['Armenia', 'ARM', 'name'],
    ['Azerbaijani', 'AZE', 'demonym'],
    ['Baku', 'AZE', 'seat'],
    ['U.S.', 'USA', 'name'],
    ['Kremlin', 'RUS', 'seat'],
    ['Armenians', 'ARM', 'demonym'],
    ['ARMENIA', 'ARM', 'name'],
    ['Kosovo', 'XKX', 'name'],
  ])('%s', (word, country, form) => {
    expect(countryWord(word)).toEqual({ country, form });
  });
  it.each(['us', 'polish', 'turkey', 'Monday', 'Lachin'])('%s is none', (word) => {
    expect(countryWord(word)).toBeUndefined();
  });
});
