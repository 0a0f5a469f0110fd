import { sql } from 'kysely';
import type { Counts } from '../store.ts';
import type { Db, Tx } from '../tables.ts';

/** What is counted, as column `what` of facet_totals has it. */
export type Facet = 'language' | 'outlet' | 'type' | 'status' | 'country' | 'stance' | 'kind';

/** The values of these articles, and of their lines that are shown. */
function counted(articleIds: readonly string[]) {
  const ids = sql`any(${[...articleIds]}::text[])`;
  return sql`select 'language' as what, language as value, count(*)::int as count from articles
      where id = ${ids} and superseded_by is null group by 2
    union all select 'outlet', outlet, count(*)::int from articles
      where id = ${ids} and superseded_by is null and outlet is not null group by 2
    union all select 'type', type, count(*)::int from events where article_id = ${ids} and not hidden group by 2
    union all select 'status', status, count(*)::int from events where article_id = ${ids} and not hidden group by 2
    union all select 'country', party, count(*)::int from events, unnest(parties) as party
      where article_id = ${ids} and not hidden and party ~ '^[A-Z]{3}$' group by 2
    union all select 'stance', stance, count(*)::int from claims where article_id = ${ids} and not hidden group by 2
    union all select 'kind', kind, count(*)::int from conditions where article_id = ${ids} and not hidden group by 2`;
}

/** Told after the lines of articles were written, and which of them were superseded. */
export async function addToFacets(tx: Tx, articleIds: readonly string[]): Promise<void> {
  await sql`insert into facet_totals (what, value, count)
    select what, value, count from (${counted(articleIds)}) as more order by 1, 2
    on conflict (what, value) do update set count = facet_totals.count + excluded.count`.execute(tx);
}

/** Told before the lines of articles are removed, or articles superseded. */
export async function subtractFromFacets(tx: Tx, articleIds: readonly string[]): Promise<void> {
  // In the order of the key, so that two writers wait for each other and not both for ever.
  await sql`with gone as (${counted(articleIds)}), held as (
      select total.what, total.value from facet_totals as total join gone using (what, value) order by 1, 2 for update of total)
    update facet_totals as total set count = total.count - gone.count
    from gone join held using (what, value) where total.what = gone.what and total.value = gone.value`.execute(
    tx,
  );
}

/** The most frequent values, each with its count. */
export async function facetCounts(db: Db, what: Facet, most: number): Promise<Counts> {
  const { rows } = await sql<{ value: string; count: number }>`select value, count from facet_totals
    where what = ${what} and count > 0 order by count desc, value limit ${most}::int`.execute(db);
  return rows;
}
