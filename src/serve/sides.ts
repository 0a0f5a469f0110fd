import type { ActorRef, ClaimLine, EventLine } from '../store/index.ts';

/** A party and what it says. */
export interface Side {
  readonly party: { readonly name: string; readonly country?: string };
  readonly claims: readonly ClaimLine[];
}

const UNKNOWN = 'unknown';

/**
 * Claims in a column for each party, the most talkative first; within a column, oldest first. Those who speak for one
 * country stand together, others under the name of what they belong to, or their own.
 */
export function sidesOf(lines: readonly ClaimLine[]): Side[] {
  const sides = new Map<string, { party: Side['party']; claims: ClaimLine[] }>();
  for (const line of lines) {
    const party = partyOf(line);
    const key = party.country ?? party.name.toLowerCase();
    const side = sides.get(key) ?? { party, claims: [] };
    side.claims.push(line);
    sides.set(key, side);
  }
  for (const { claims } of sides.values()) claims.sort((a, b) => compare(dayOf(a), dayOf(b)));
  return [...sides.values()].sort(
    (a, b) => b.claims.length - a.claims.length || compare(a.party.name, b.party.name),
  );
}

function partyOf({ claim, actors }: ClaimLine): Side['party'] {
  const find = (id: string | null | undefined): ActorRef | undefined =>
    actors.find((actor) => actor.id === id);
  const speaker = find(claim.speaker);
  if (!speaker) return { name: claim.speakerText?.text ?? UNKNOWN };
  const house = find(speaker.affiliation);
  const country = speaker.country ?? house?.country;
  // A state's own name is the best one for all who speak for it.
  const state = actors.find((actor) => actor.kind === 'state' && actor.country === country);
  return { name: (country && state?.name) || (house ?? speaker).name, ...(country && { country }) };
}

/** The tellings that have figures, each with the side that it has them from. */
export function casualtiesOf(lines: readonly EventLine[]) {
  return lines
    .filter(({ event }) => event.killed.length + event.injured.length > 0)
    .map((line) => {
      const source = line.actors.find(({ id }) => id === line.event.source)?.name;
      return {
        source: source ?? line.article.outlet ?? line.article.title,
        isOutlet: source === undefined,
        line,
      };
    });
}

function dayOf({ article }: ClaimLine): string {
  return article.published ?? '9999';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
