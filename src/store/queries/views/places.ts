import { type RawBuilder, sql } from 'kysely';
import type { Quad } from '../../../model/index.ts';
import { dayNumber, dayOfNumber, monthNumber, quadOfCode } from '../../codes.ts';
import type { PlaceCount, Places } from '../../desk-views.ts';
import type { EventFilter } from '../../store.ts';
import type { Db } from '../../tables.ts';
import { countedConditions } from '../counted/conditions.ts';

interface Row {
  readonly place: string | null;
  readonly quad: number;
  readonly events: number;
  readonly lines: number;
  readonly killed: number;
}

/**
 * What happened where, a row for each place; tellings of one type, day and place count as one event, with the highest
 * number of dead. Of a stretch of time, whole months are counted already.
 */
export async function places(db: Db, filter: EventFilter = {}): Promise<Places> {
  const where = await countedConditions(db, filter);
  const { since, until, sides: _, ...rest } = filter;
  const isWholeStore = Object.values(rest).every((value) => value === undefined);
  const months = isWholeStore ? wholeMonths(since, until) : null;
  const counted = months === null ? [] : await countMonths(db, months);
  const isAll = months !== null && since === undefined && until === undefined;
  const placed = isAll
    ? []
    : await countEvents(db, months === null ? where : [...where, ...besides(months, filter)]);
  const { rows: placeless } = await sql<{ lines: number }>`select count(*)::int as lines
    from counted_events as event where place is null and ${sql.join(where, sql` and `)}`.execute(db);
  const items = await named(db, [...counted, ...placed]);
  return {
    items: items.sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1)),
    withoutPlace: placeless[0]?.lines ?? 0,
  };
}

/** The first and the last of some months, as monthNumber gives them. */
type Months = readonly [number, number];
/** After the last month that a day can have. */
const ENDLESS = 120_000;

/** The months that lie whole in a stretch of time, or null where there are none. */
function wholeMonths(since: string | undefined, until: string | undefined): Months | null {
  // Without bounds also the events whose month nobody knows.
  if (since === undefined && until === undefined) return [-1, ENDLESS];
  const first = since === undefined ? 0 : monthNumber(since) + (since.endsWith('-01') ? 0 : 1);
  const dayAfter = until === undefined ? null : dayOfNumber(dayNumber(until) + 1);
  const last = dayAfter === null ? ENDLESS : monthNumber(dayAfter) - 1;
  return first <= last ? [first, last] : null;
}

async function countMonths(db: Db, [first, last]: Months): Promise<Row[]> {
  const { rows } =
    await sql<Row>`select place::text, quad, sum(events)::int as events, sum(lines)::int as lines,
      sum(killed)::int as killed
    from place_months where month >= ${first}::int and month <= ${last}::int group by place, quad`.execute(
      db,
    );
  return rows;
}

/** What is not in the whole months: the days at both ends, and what began before and may reach in. */
function besides([first, last]: Months, { since, until }: EventFilter): RawBuilder<boolean>[] {
  const parts: RawBuilder<boolean>[] = [];
  if (since !== undefined) {
    const from = dayNumber(since);
    parts.push(
      sql`(first_day >= ${from}::int and month < ${first}::int)`,
      sql`(first_day < last_day and last_day >= ${from}::int and first_day < ${from}::int)`,
    );
  } else parts.push(sql`month = -1`);
  if (until !== undefined) parts.push(sql`(month > ${last}::int and first_day <= ${dayNumber(until)}::int)`);
  return [sql`(month < ${first}::int or month > ${last}::int)`, sql`(${sql.join(parts, sql` or `)})`];
}

async function countEvents(db: Db, where: readonly RawBuilder<boolean>[]): Promise<Row[]> {
  const { rows } = await sql<Row>`select place::text, quad, count(*)::int as events, sum(lines)::int as lines,
      coalesce(sum(killed), 0)::int as killed
    from (select place, kind % 4 as quad, count(*) as lines, max(killed) as killed
      from counted_events as event where place is not null and ${sql.join([...where], sql` and `)}
      group by place, kind % 4, type, first_day) as event
    group by place, quad`.execute(db);
  return rows;
}

/** Rows of places and classes put together by place, with what is known of it. */
async function named(db: Db, rows: readonly Row[]): Promise<PlaceCount[]> {
  const byPlace = new Map<string, Row[]>();
  for (const row of rows) {
    const id = row.place as string;
    const own = byPlace.get(id);
    if (own) own.push(row);
    else byPlace.set(id, [row]);
  }
  const { rows: known } = await sql<{
    id: string;
    name: string;
    lat: number;
    lon: number;
    country: string | null;
    precision: NonNullable<PlaceCount['precision']> | null;
  }>`select id::text, name, lat::float8, lon::float8, country, precision from counted_places
    where id = any(${[...byPlace.keys()]}::bigint[])`.execute(db);
  return known.map(({ id, country, precision, ...place }) => {
    const own = byPlace.get(id) ?? [];
    const sum = (of: (row: Row) => number) => own.reduce((total, row) => total + of(row), 0);
    return {
      ...place,
      ...(country !== null && { country }),
      ...(precision !== null && { precision }),
      quad: mostOf(own),
      events: sum(({ events }) => events),
      lines: sum(({ lines }) => lines),
      killed: sum(({ killed }) => killed),
    };
  });
}

/** The class of most events. */
function mostOf(rows: readonly Row[]): Quad {
  const events = new Map<number, number>();
  for (const row of rows) events.set(row.quad, (events.get(row.quad) ?? 0) + row.events);
  const [most] = [...events].sort(([a, more], [b, less]) => less - more || a - b);
  return quadOfCode(most?.[0] ?? 0);
}
