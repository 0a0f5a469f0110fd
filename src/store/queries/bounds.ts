import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../tables.ts';
import { storableText } from '../text.ts';

/** Finds more than these are common: then going through the lines by day meets enough of them soon. */
const COMMON = 5000;

/**
 * The condition that lines have these words, in a form that is quick whether they are rare or common: rare ones are
 * found by the index of words and then sorted, common ones met on the way through the index of days. The planner
 * guesses wrong for words that it has no statistics of, and then reads the whole table.
 */
export async function wordsCondition(
  db: Db,
  tableName: 'events' | 'claims' | 'conditions',
  text: string,
): Promise<RawBuilder<boolean>> {
  const query = sql`websearch_to_tsquery('simple'::regconfig, ${storableText(text)})`;
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from ${sql.table(tableName)} where words @@ ${query} limit ${COMMON}) as hit`.execute(db);
  if ((rows[0]?.count ?? 0) >= COMMON) return sql<boolean>`line.words @@ ${query}`;
  return sql<boolean>`(line.article_id, line.nr) in (with hit as materialized (
    select article_id, nr from ${sql.table(tableName)} where words @@ ${query}) select article_id, nr from hit)`;
}

/**
 * A bound on the index of days that follows from a filter's last day, or null. What is known only by its end is sorted
 * by its end, and may fall before the last day all the same; where there is such a line, nothing follows.
 */
export async function untilBound(
  db: Db,
  tableName: 'events' | 'claims' | 'conditions' | 'articles',
  day: RawBuilder<unknown>,
  until: string | undefined,
): Promise<RawBuilder<boolean> | null> {
  if (until === undefined) return null;
  const { rows } = await sql<{ found: boolean }>`select exists (
    select from ${sql.table(tableName)} where first_day = '0000-01-01') as found`.execute(db);
  return rows[0]?.found ? null : sql<boolean>`${day} <= ${until}`;
}
