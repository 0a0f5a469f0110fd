import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../tables.ts';
import { containing } from './lines.ts';

/** Names of places that a condition lists; where more hold the words, each event is looked at. */
const MOST = 500;

/**
 * The condition that an event's place holds these words, in any case. The names are found among all names of places,
 * one step in their index for each, and the events by their names.
 */
export async function placeCondition(db: Db, words: string): Promise<RawBuilder<boolean>> {
  const pattern = containing(words.toLowerCase());
  const { rows } = await sql<{ name: string }>`with recursive places (name) as (
      (select lower(place) from events where place is not null order by lower(place) limit 1)
      union all
      select (select lower(place) from events where lower(place) > places.name order by lower(place) limit 1)
      from places where places.name is not null)
    select name from places where name like ${pattern} limit ${MOST + 1}::int`.execute(db);
  if (rows.length > MOST) return sql<boolean>`lower(line.place) like ${pattern}`;
  return sql<boolean>`lower(line.place) = any(${rows.map(({ name }) => name)}::text[])`;
}
