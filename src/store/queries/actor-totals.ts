import { sql } from 'kysely';
import type { Db, Tx } from '../tables.ts';

/** The articles' actors, for the whole store (dossier '') and for each dossier that an article is in. */
function counted(articleIds: readonly string[]) {
  return sql`select place.dossier_id, name_key, kind, min(name) as name, min(country) as country, min(sector) as sector,
      count(distinct article_id)::int as articles, sum(mention_count)::int as mentions
    from actors join (
      select id as article_id, '' as dossier_id from unnest(${[...articleIds]}::text[]) as id
      union all
      select article_id, dossier_id from dossier_articles where article_id = any(${[...articleIds]}::text[])
    ) as place using (article_id)
    group by 1, 2, 3`;
}

/** Told after the lines of articles were written, and after their dossiers were found. */
export async function addToTotals(tx: Tx, articleIds: readonly string[]): Promise<void> {
  await sql`insert into actor_totals (dossier_id, name_key, kind, name, country, sector, articles, mentions)
    ${counted(articleIds)} order by 1, 2, 3
    on conflict (dossier_id, name_key, kind) do update set
      articles = actor_totals.articles + excluded.articles,
      mentions = actor_totals.mentions + excluded.mentions,
      country = coalesce(actor_totals.country, excluded.country),
      sector = coalesce(actor_totals.sector, excluded.sector)`.execute(tx);
}

/** Told before the lines of articles are removed. */
export async function subtractFromTotals(tx: Tx, articleIds: readonly string[]): Promise<void> {
  await sql`with gone as (${counted(articleIds)})
    update actor_totals as total set articles = total.articles - gone.articles,
      mentions = total.mentions - gone.mentions
    from gone where total.dossier_id = gone.dossier_id and total.name_key = gone.name_key
      and total.kind = gone.kind`.execute(tx);
  await sql`delete from actor_totals where articles <= 0`.execute(tx);
}

/** Counts the actors of one dossier anew. */
export async function recountDossier(db: Db, dossierId: string): Promise<void> {
  await sql`delete from actor_totals where dossier_id = ${dossierId}`.execute(db);
  await sql`insert into actor_totals (dossier_id, name_key, kind, name, country, sector, articles, mentions)
    select ${dossierId}, name_key, kind, min(name), min(country), min(sector), count(distinct article_id)::int,
      sum(mention_count)::int
    from actors where article_id in (select article_id from dossier_articles where dossier_id = ${dossierId})
    group by name_key, kind`.execute(db);
}
