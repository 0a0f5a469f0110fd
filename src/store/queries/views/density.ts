import { sql } from 'kysely';
import type { Density, DensityFilter } from '../../desk-views.ts';
import { laneOf } from '../../lanes.ts';
import type { Db } from '../../tables.ts';
import { eventConditions } from '../event-conditions.ts';
import { lineConditions } from '../lines.ts';

/** Events of each lane and class in each stretch of time; those of which no single day is known in stretches of their own. */
export async function density(db: Db, { by, ...filter }: DensityFilter): Promise<readonly Density[]> {
  const where = [...(await lineConditions(db, 'events', filter)), ...(await eventConditions(db, filter))];
  const { rows } = await sql<{
    from: string;
    to: string;
    isExact: boolean;
    lane: Density['lane'];
    quad: Density['quad'];
    events: number;
  }>`select case when first_day > '0001' then first_day else last_day end as "from",
      case when last_day < '9999' then last_day else first_day end as "to",
      first_day = last_day as "isExact", lane, quad, count(*)::int as events
    from (select line.first_day, line.last_day, ${laneOf(filter.sides)} as lane, line.quad
      from events as line where ${sql.join(where, sql` and `)} and line.first_day is not null) as event
    group by 1, 2, 3, 4, 5 order by 1, 2, 4, 5`.execute(db);
  const stretches = new Map<string, { -readonly [Key in keyof Density]: Density[Key] }>();
  for (const { from, to, isExact, ...row } of rows) {
    if (from < '0001') continue;
    const at = isExact ? startOf(by, from) : from;
    const item = { from: at, ...(!isExact && { to }), ...row };
    const key = JSON.stringify([at, item.to, row.lane, row.quad]);
    const known = stretches.get(key);
    if (known) known.events += row.events;
    else stretches.set(key, item);
  }
  return [...stretches.values()].sort((a, b) => compare(a.from, b.from) || compare(a.lane, b.lane));
}

function startOf(by: DensityFilter['by'], day: string): string {
  if (by === 'day') return day;
  if (by === 'month') return `${day.slice(0, 7)}-01`;
  const time = Date.parse(day);
  return new Date(time - ((new Date(time).getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
