import type { ActorRef, ClaimLine } from '../api/client.ts';
import { countryName } from '../shared/names.ts';

/** One party of the dispute, or whoever else speaks, with all that it says. */
export interface Side {
  readonly key: string;
  readonly name: string;
  readonly claims: readonly ClaimLine[];
  readonly first: string | undefined;
}

const MOST_SIDES = 5;
export const OTHERS = 'others';

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

/** A column for each of the sides that say most, and one for all others; in each, claims by date. */
export function sidesOf(claims: readonly ClaimLine[], othersName: string): Side[] {
  const sides = new Map<string, { key: string; name: string; claims: ClaimLine[] }>();
  const others: ClaimLine[] = [];
  for (const line of claims) {
    const speaker = line.actors.find(({ id }) => id === line.claim.speaker);
    const side = sideOf(speaker, line.actors);
    if (!side) {
      others.push(line);
      continue;
    }
    const known = sides.get(side.key);
    if (known) known.claims.push(line);
    else sides.set(side.key, { ...side, claims: [line] });
  }
  const ordered = [...sides.values()].sort((a, b) => b.claims.length - a.claims.length);
  const rest = [...ordered.slice(MOST_SIDES).flatMap((side) => side.claims), ...others];
  const shown = ordered.slice(0, MOST_SIDES);
  if (rest.length > 0) shown.push({ key: OTHERS, name: othersName, claims: rest });
  return shown.map((side) => {
    const byDate = [...side.claims].sort((a, b) =>
      (a.article.published ?? '9').localeCompare(b.article.published ?? '9'),
    );
    return { ...side, claims: byDate, first: byDate[0]?.article.published };
  });
}
