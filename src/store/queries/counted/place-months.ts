import { sql } from 'kysely';
import type { Tx } from '../../tables.ts';

export interface PlaceMonth {
  /** Of counted_places. */
  readonly place: string;
  readonly month: number;
}

/** Counts the events of these places and months anew. */
export async function recountMonths(tx: Tx, months: readonly PlaceMonth[]): Promise<void> {
  if (months.length === 0) return;
  const wanted = sql`unnest(${months.map(({ place }) => place)}::bigint[], ${months.map(({ month }) => month)}::int[])
    as wanted (place, month)`;
  await sql`delete from place_months as old using ${wanted}
    where old.place = wanted.place and old.month = wanted.month`.execute(tx);
  await sql`insert into place_months (place, month, quad, events, lines, killed)
    select place, month, quad, count(*), sum(lines), coalesce(sum(killed), 0)
    from (select wanted.place, wanted.month, kind % 4 as quad, count(*) as lines, max(killed) as killed
      from ${wanted} join counted_events as event on event.place = wanted.place and event.month = wanted.month
      group by wanted.place, wanted.month, kind % 4, type, first_day) as event
    group by place, month, quad`.execute(tx);
}
