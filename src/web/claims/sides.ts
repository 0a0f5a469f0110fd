import type { ActorRef } from '../api/client.ts';
import { countryName } from '../shared/names.ts';

/** Whom somebody speaks for: their country, else what they belong to, else themselves. */
export function sideOf(
  speaker: ActorRef | undefined,
  actors: readonly ActorRef[],
): { key: string; name: string } | null {
  if (!speaker) return null;
  const home = actors.find(({ id }) => id === speaker.affiliation);
  const country = speaker.country ?? home?.country;
  if (country) return { key: country, name: countryName(country) };
  const name = home?.name ?? speaker.name;
  return { key: name.toLowerCase(), name };
}
