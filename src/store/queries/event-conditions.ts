import { sql } from 'kysely';
import { laneOf } from '../lanes.ts';
import type { EventFilter } from '../store.ts';
import type { Db } from '../tables.ts';
import { storableText } from '../text.ts';
import { isOneOf } from './lines.ts';
import { placeCondition } from './places.ts';

/** What a filter asks of the columns that only events have, as SQL over the alias `line`. */
export async function eventConditions(db: Db, filter: EventFilter) {
  const where: ReturnType<typeof sql<boolean>>[] = [];
  if (filter.type !== undefined) where.push(isOneOf('line.type', filter.type));
  if (filter.status !== undefined) where.push(isOneOf('line.status', filter.status));
  if (filter.quad !== undefined) where.push(isOneOf('line.quad', filter.quad));
  if (filter.place !== undefined) where.push(await placeCondition(db, filter.place));
  if (filter.at !== undefined)
    where.push(sql<boolean>`lower(line.place) = lower(${storableText(filter.at)})`);
  if (filter.lane !== undefined) where.push(sql<boolean>`${laneOf(filter.sides)} = ${filter.lane}`);
  if (filter.exact !== undefined)
    where.push(sql<boolean>`(line.first_day = line.last_day) is ${sql.raw(filter.exact ? '' : 'not')} true`);
  if (filter.casualties !== undefined)
    where.push(
      sql<boolean>`coalesce(line.killed, line.injured) is ${sql.raw(filter.casualties ? 'not' : '')} null`,
    );
  return where;
}
