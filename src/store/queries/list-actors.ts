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
  const where = [sql`dossier_id = ${filter.dossier ?? ''}`];
  if (filter.name !== undefined) where.push(sql`name_key like ${containing(filter.name.toLowerCase())}`);
  if (filter.kind !== undefined) where.push(sql`kind = ${filter.kind}`);
  if (filter.country !== undefined) where.push(sql`country = ${filter.country}`);
  if (paging.cursor) {
    const [articles, name, kind] = keyOfCursor(paging.cursor, ['number', 'string', 'string']);
    where.push(sql`articles <= ${articles}::int
      and (articles < ${articles}::int or (name_key, kind) > (${name}, ${kind}))`);
  }
  const { rows } = await sql<{
    name_key: string;
    name: string;
    kind: ActorKind;
    country: string | null;
    sector: PloverSector | null;
    articles: number;
    mentions: number;
  }>`select name_key, kind, name, country, sector, articles, mentions
    from actor_totals where ${sql.join(where, sql` and `)}
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
    ({ articles, name_key, kind }) => [articles, name_key, kind],
  );
}
