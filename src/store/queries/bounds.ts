import { type RawBuilder, sql } from 'kysely';
import type { LineTable } from '../reviews.ts';
import type { Db } from '../tables.ts';
import { wordQuery } from './word-query.ts';

/** Among so many lines in a list's order a common word is found often enough to leave its index alone. */
const WALKED = 3000;
/** Finds more than these are common. */
const COMMON = 5000;

/** A list that words narrow down: its table, its other conditions over the alias `line`, and its order. */
export interface Ordered {
  readonly table: LineTable;
  readonly conditions: readonly RawBuilder<boolean>[];
  /** Conditions that are not looked at in going through the lines: none may be of these days. */
  readonly apart: readonly RawBuilder<boolean>[];
  readonly order: RawBuilder<unknown>;
  readonly limit: number;
}

/**
 * The first lines of a list that have these words, found by going through the lines in order. Where these are fewer
 * than wanted, the words are rare, or go seldom with the rest.
 */
export function wordsAmongFirst({ table, conditions, apart, order, limit }: Ordered, text: string) {
  return sql<boolean>`(line.article_id, line.nr) in (select article_id, nr from (
    select article_id, nr from (select line.article_id, line.nr, line.words, line.last_day
      from ${sql.table(table)} as line where ${all(conditions)} order by ${order} limit ${WALKED}::int) as line
    where ${all([sql<boolean>`words @@ ${wordQuery('simple', text)}`, ...apart])} limit ${limit}::int) as hit)`;
}

/**
 * The same by the index of words. Rare words are found first and all else is looked at afterwards: the planner has no
 * statistics of them and would read the whole table. Common ones are left to it, for then something else is rare.
 */
export async function wordsAmongAll(
  db: Db,
  ordered: Ordered & { readonly isRare: boolean },
  text: string,
): Promise<RawBuilder<boolean>> {
  const { table, conditions, apart, order, limit } = ordered;
  const found = sql<boolean>`words @@ ${wordQuery('simple', text)}`;
  if (!ordered.isRare && (await isCommon(db, table, found))) return all([found, ...conditions, ...apart]);
  return sql<boolean>`(line.article_id, line.nr) in (
    with hit as materialized (select * from ${sql.table(table)} where ${found})
    select article_id, nr from (select article_id, nr from hit as line
      where ${all([...conditions, ...apart])} order by ${order} limit ${limit}::int) as first)`;
}

/** The condition that lines have these words, for what looks at all of them: in no order. */
export async function wordsCondition(db: Db, table: LineTable, text: string): Promise<RawBuilder<boolean>> {
  const found = sql<boolean>`words @@ ${wordQuery('simple', text)}`;
  if (await isCommon(db, table, found)) return found;
  return sql<boolean>`(line.article_id, line.nr) in (with hit as materialized (
    select article_id, nr from ${sql.table(table)} where ${found}) select article_id, nr from hit)`;
}

async function isCommon(db: Db, table: LineTable, found: RawBuilder<boolean>): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from ${sql.table(table)} where ${found} limit ${COMMON}::int) as hit`.execute(db);
  return (rows[0]?.count ?? 0) >= COMMON;
}

function all(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
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

/**
 * The condition that what an alias holds reaches to this day or beyond: known to begin then, or to mean several days of
 * which the last is not before. Both halves have an index, which `last_day` alone does not.
 */
export function reachesTo(alias: 'line' | 'articles', since: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<boolean>`((${column('day_down')} >= ${since} and ${column('last_day')} >= ${since})
    or (${column('first_day')} < ${column('last_day')} and ${column('last_day')} >= ${since}))`;
}
