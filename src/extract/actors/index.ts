export { type CountryWord, countries, countryWord } from './countries.ts';
export { actorRegistry } from './registry.ts';
export { type ResolvedPhrase, resolvePhrase } from './resolve-phrase.ts';
