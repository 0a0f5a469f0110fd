import type { ArticleRecord, Claim, Event } from '../model/index.ts';
import type { TiesTable } from './tables.ts';
import { nameKey } from './text.ts';

/** A party with many members would make a tie for each pair; more than these say nothing new. */
const MOST_ENDS = 6;
const AGAINST: ReadonlySet<Claim['stance']> = new Set([
  'accuses',
  'denies',
  'demands',
  'threatens',
  'refuses',
]);
const WITH: ReadonlySet<Claim['stance']> = new Set(['supports', 'offers']);

export type TieKind = 'cooperation' | 'conflict';
type Tell = (from: string, to: string, kind: TieKind) => void;

/** Who speaks or acts with or against whom in a record, a row for each pair of names and direction. Pure. */
export function tiesOf(record: ArticleRecord, published: string | null): TiesTable[] {
  const names = new Map(record.actors.map(({ id, name }) => [id, nameKey(name)]));
  const ties = new Map<string, TiesTable>();
  const tie: Tell = (from, to, kind) => {
    const [from_key, to_key] = [names.get(from), names.get(to)];
    if (!from_key || !to_key || from_key === to_key) return;
    const key = JSON.stringify([from_key, to_key]);
    const row = ties.get(key) ?? {
      article_id: record.article.id,
      from_key,
      to_key,
      day: published,
      cooperation: 0,
      conflict: 0,
    };
    row[kind]++;
    ties.set(key, row);
  };
  for (const event of record.events) tellOfEvent(event, tie);
  for (const claim of record.claims) tellOfClaim(claim, tie);
  return [...ties.values()];
}

/** The ties, by ids of actors, that an event makes. */
export function tellOfEvent({ quad, ...event }: Event, tie: Tell): void {
  const kind = quad.endsWith('conflict') ? 'conflict' : 'cooperation';
  const actors = event.actors.slice(0, MOST_ENDS);
  for (const from of actors) {
    for (const to of event.recipients.slice(0, MOST_ENDS)) tie(from, to, kind);
  }
  // Those who meet or agree do so with each other.
  if (kind === 'cooperation') for (const from of actors) for (const to of actors) tie(from, to, kind);
}

/** The tie, by ids of actors, that a claim makes. */
export function tellOfClaim({ speaker, addressee, stance }: Claim, tie: Tell): void {
  if (speaker === null || addressee === undefined) return;
  if (AGAINST.has(stance)) tie(speaker, addressee, 'conflict');
  else if (WITH.has(stance)) tie(speaker, addressee, 'cooperation');
}
