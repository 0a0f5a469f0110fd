import { sql } from 'kysely';
import { dayOfNumber, laneAndQuadOf } from '../../codes.ts';
import type { Density, DensityFilter } from '../../desk-views.ts';
import type { Db } from '../../tables.ts';
import { countedConditions, isThird } from '../counted/conditions.ts';

/** First and last day, kind, is it of the third lane, and how many. */
type Counted = readonly [number, number, number, boolean, number];

/** Events of each lane and class in each stretch of time; those of which no single day is known in stretches of their own. */
export async function density(db: Db, { by, ...filter }: DensityFilter): Promise<readonly Density[]> {
  const where = sql.join(await countedConditions(db, filter), sql` and `);
  // One value for all rows: taking thousands of rows apart, value by value, costs more than counting them.
  const { rows } = await sql<{ counted: string | null }>`
    select json_agg(json_build_array(first_day, last_day, kind, third, events))::text as counted from (
      select first_day, last_day, kind, ${isThird(filter.sides)} as third, count(*)::int as events
      from counted_events as event where ${where} and first_day is not null and last_day is not null
      group by 1, 2, 3, 4) as stretch`.execute(db);
  // The columns are those of the select.
  const counted = JSON.parse(rows[0]?.counted ?? '[]') as Counted[];
  const stretches = new Map<string, { -readonly [Key in keyof Density]: Density[Key] }>();
  const dayOf = remembered(dayOfNumber);
  for (const [first, last, kind, isOfThird, events] of counted) {
    const [from, to] = [dayOf(first) ?? dayOf(last), dayOf(last) ?? dayOf(first)];
    if (from === null || to === null) continue;
    const { lane, quad } = laneAndQuadOf(kind);
    const isExact = first === last;
    const item = {
      from: isExact ? startOf(by, from) : from,
      ...(!isExact && { to }),
      lane: isOfThird ? ('third' as const) : lane,
      quad,
      events,
    };
    const key = `${item.from}${item.to ?? ''}${item.lane}${quad}`;
    const known = stretches.get(key);
    if (known) known.events += events;
    else stretches.set(key, item);
  }
  return [...stretches.values()].sort(
    (a, b) =>
      compare(a.from, b.from) ||
      compare(a.to ?? '', b.to ?? '') ||
      compare(a.lane, b.lane) ||
      compare(a.quad, b.quad),
  );
}

function remembered<From, To>(of: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>();
  return (from) => {
    const found = known.get(from);
    if (found !== undefined) return found;
    const to = of(from);
    known.set(from, to);
    return to;
  };
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
