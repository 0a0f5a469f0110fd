import { sql } from 'kysely';
import type { Mark } from '../../desk-views.ts';
import type { DateRange, Scope } from '../../store.ts';
import type { Db } from '../../tables.ts';
import { checkRange, inScope } from '../article-lines.ts';

const MOST = 2000;

function shared(filter: Scope & DateRange) {
  checkRange(filter);
  const where = [sql`not hidden`, sql`first_day is not null`];
  const scope = inScope(filter, sql`article_id`);
  if (scope !== null) where.push(scope);
  // Sorted by the day on which it can begin, so the index takes both bounds; what began earlier and may go on is left out.
  if (filter.since !== undefined) where.push(sql`day_up >= ${filter.since}`);
  where.push(sql`day_up <= ${filter.until ?? '9999'}`);
  return where;
}

export async function marks(
  db: Db,
  filter: Scope & DateRange & { readonly placed?: boolean; readonly limit?: number },
): Promise<{ items: readonly Mark[]; isAll: boolean }> {
  const where = shared(filter);
  if (filter.placed) where.push(sql`lat is not null`);
  const limit = filter.limit ?? MOST;
  // One value for all rows: taking thousands of rows apart, value by value, costs more than finding them.
  const { rows } = await sql<{
    items: string | null;
  }>`select json_agg(json_strip_nulls(row_to_json(mark)))::text as items
    from (select article_id as "articleId", id as "eventId", type, quad, status, first_day as "from",
        last_day as "to", place, lat, lon, precision, killed
      from events where ${sql.join(where, sql` and `)} order by day_up, article_id, nr limit ${limit + 1}) as mark`.execute(
    db,
  );
  // The columns are those of the select.
  const items = JSON.parse(rows[0]?.items ?? '[]') as Mark[];
  return { items: items.slice(0, limit), isAll: items.length <= limit };
}
