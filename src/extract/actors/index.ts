export { agentOfPhrase } from './agents.ts';
export { type CountryWord, countries, countryWord } from './countries.ts';
export { actorRegistry } from './registry.ts';
