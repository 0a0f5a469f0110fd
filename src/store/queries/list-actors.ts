import { sql } from 'kysely';
import type { ActorKind, PloverSector } from '../../model/index.ts';
import { keyOfCursor, limitOf, pageOf } from '../cursor.ts';
import type { ActorFilter, ActorLine, PageOf, Paging } from '../store.ts';
import type { Db } from '../tables.ts';
import { containing } from './lines.ts';

/** Actors by name and kind over all articles, the most reported first. */
export async function listActors(
  db: Db,
  filter: ActorFilter = {},
  paging: Omit<Paging, 'order'> = {},
): Promise<PageOf<ActorLine>> {
  const limit = limitOf(paging.limit);
  const where = [sql`true`];
  if (filter.name !== undefined) where.push(sql`name_key like ${containing(filter.name.toLowerCase())}`);
  if (filter.kind !== undefined) where.push(sql`kind = ${filter.kind}`);
  if (filter.country !== undefined) where.push(sql`country = ${filter.country}`);
  const after = paging.cursor ? keyOfCursor(paging.cursor, ['number', 'string', 'string']) : null;
  const having = after
    ? sql`having (-count(distinct article_id)::int, name_key, kind) > (${after[0]}::int, ${after[1]}, ${after[2]})`
    : sql``;
  const { rows } = await sql<{
    name_key: string;
    name: string;
    kind: ActorKind;
    country: string | null;
    sector: PloverSector | null;
    articles: number;
    mentions: number;
  }>`select name_key, kind, mode() within group (order by name) as name,
      mode() within group (order by country) as country, mode() within group (order by sector) as sector,
      count(distinct article_id)::int as articles, sum(mention_count)::int as mentions
    from actors where ${sql.join(where, sql` and `)}
    group by name_key, kind ${having}
    order by articles desc, name_key, kind limit ${limit + 1}`.execute(db);
  return pageOf(
    rows,
    limit,
    ({ name, kind, country, sector, articles, mentions }) => ({
      name,
      kind,
      ...(country !== null && { country }),
      ...(sector !== null && { sector }),
      articles,
      mentions,
    }),
    ({ articles, name_key, kind }) => [-articles, name_key, kind],
  );
}
