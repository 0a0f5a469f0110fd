import type { ActorKind, PloverSector } from '../../model/index.ts';
import { citiesNamed } from '../places/gazetteer.ts';
import { agentOfPhrase } from './agents.ts';
import { countries } from './countries.ts';
import { countryOfPhrase } from './country-of-phrase.ts';
import { knownIn } from './knowledge.ts';

/** What a phrase says of an actor by itself, without its article. */
export interface ResolvedPhrase {
  readonly country?: string;
  readonly sector?: PloverSector;
  readonly kind?: ActorKind;
}

/** Towns of this size may lend their country to a body named after them ('Shanghai police'). */
const WELL_KNOWN = 300_000;

/**
 * Country, sector and kind of an actor named by a phrase: a known actor in it, its common noun, its nationality, at
 * last a large town. The sector of a known body holds for its people ('Boko Haram gunmen'), but an office is an office. What the phrase does not say stays out.
 */
export function resolvePhrase(phrase: string): ResolvedPhrase {
  const known = knownIn(phrase);
  const agent = agentOfPhrase(phrase);
  const country = countryOfPhrase(phrase) ?? known?.country ?? countryOfTown(phrase);
  const sector = agent?.person ? agent.sector : (known?.sector ?? agent?.sector);
  const kind = known?.kind ?? agent?.kind;
  return { ...(country !== undefined && { country }), ...(sector && { sector }), ...(kind && { kind }) };
}

/** The country of the large town that a phrase names, if it says more than the town. */
export function countryOfTown(phrase: string): string | undefined {
  const words = phrase.replace(/[^\p{L}\s'-]/gu, '').split(/\s+/);
  for (let start = 0; start < words.length; start++) {
    const word = words[start] as string;
    if (!/^\p{Lu}/u.test(word)) continue;
    for (const name of [`${word} ${words[start + 1] ?? ''}`.trim(), word]) {
      const largest = [...citiesNamed(name)].sort((a, b) => b.population - a.population)[0];
      if (largest && largest.population >= WELL_KNOWN && (words.length > 1 || name === phrase))
        return countries().alpha3Of.get(largest.country);
    }
  }
  return undefined;
}
