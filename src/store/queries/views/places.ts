import { sql } from 'kysely';
import type { Quad } from '../../../model/index.ts';
import type { PlaceCount, Places } from '../../desk-views.ts';
import type { EventFilter } from '../../store.ts';
import type { Db } from '../../tables.ts';
import { eventConditions } from '../event-conditions.ts';
import { lineConditions } from '../lines.ts';

/**
 * What happened where, a row for each place; tellings of one type, day and place count as one event, with the highest
 * number of dead.
 */
export async function places(db: Db, filter: EventFilter = {}): Promise<Places> {
  const where = sql.join(
    [...(await lineConditions(db, 'events', filter)), ...(await eventConditions(db, filter))],
    sql` and `,
  );
  const { rows } = await sql<
    Omit<PlaceCount, 'name' | 'lat' | 'lon' | 'country' | 'precision'> & {
      name: string | null;
      lat: number | null;
      lon: number | null;
      country: string | null;
      precision: NonNullable<PlaceCount['precision']> | null;
    }
  >`select min(place) as name, country, lat, lon, precision, quad, count(*)::int as events,
      sum(lines)::int as lines, coalesce(sum(killed), 0)::int as killed
    from (select lower(line.place) as key, min(line.place) as place, line.place_country as country,
        line.lat::float8 as lat, line.lon::float8 as lon, line.precision, line.quad,
        count(*) as lines, max(line.killed) as killed
      from events as line where ${where}
      group by lower(line.place), line.place_country, line.lat, line.lon, line.precision, line.quad, line.type,
        line.first_day) as event
    group by key, country, lat, lon, precision, quad`.execute(db);
  let withoutPlace = 0;
  const byPlace = new Map<string, { count: PlaceCount; most: number }>();
  for (const { country, precision, name, lat, lon, ...counts } of rows) {
    if (name === null || lat === null || lon === null) {
      withoutPlace += counts.lines;
      continue;
    }
    const row = { name, lat, lon, ...counts };
    const key = JSON.stringify([row.name.toLowerCase(), country, row.lat, row.lon, precision]);
    const known = byPlace.get(key);
    if (!known) {
      const count = {
        ...row,
        ...(country !== null && { country }),
        ...(precision !== null && { precision }),
      };
      byPlace.set(key, { count, most: row.events });
      continue;
    }
    const { count } = known;
    const quad: Quad = row.events > known.most ? row.quad : count.quad;
    byPlace.set(key, {
      most: Math.max(known.most, row.events),
      count: {
        ...count,
        quad,
        events: count.events + row.events,
        lines: count.lines + row.lines,
        killed: count.killed + row.killed,
      },
    });
  }
  const items = [...byPlace.values()].map(({ count }) => count);
  return {
    items: items.sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1)),
    withoutPlace,
  };
}
