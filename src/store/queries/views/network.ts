import { sql } from 'kysely';
import type { ActorKind } from '../../../model/index.ts';
import type { Network, NetworkFilter } from '../../desk-views.ts';
import type { Db } from '../../tables.ts';
import { nameKey } from '../../text.ts';
import { checkRange, inScope } from '../article-lines.ts';

const TIES = 80;

/** The strongest ties, with the actors at their ends. */
export async function network(db: Db, filter: NetworkFilter = {}): Promise<Network> {
  checkRange(filter);
  const where = [sql`true`];
  const scope = inScope(filter, sql`article_id`);
  if (scope !== null) where.push(scope);
  if (filter.since !== undefined) where.push(sql`day >= ${filter.since}`);
  if (filter.until !== undefined) where.push(sql`day <= ${filter.until}`);
  if (filter.actor !== undefined) {
    const key = nameKey(filter.actor);
    where.push(sql`(from_key = ${key} or to_key = ${key})`);
  }
  const { rows: ties } = await sql<Network['ties'][number]>`select from_key as "from", to_key as "to",
      sum(cooperation)::int as cooperation, sum(conflict)::int as conflict, count(*)::int as articles
    from ties where ${sql.join(where, sql` and `)} group by from_key, to_key
    order by articles desc, from_key, to_key limit ${filter.limit ?? TIES}`.execute(db);
  const keys = [...new Set(ties.flatMap(({ from, to }) => [from, to]))];
  const { rows: actors } = await sql<{
    key: string;
    name: string;
    kind: ActorKind;
    country: string | null;
    articles: number;
  }>`select distinct on (name_key) name_key as key, name, kind, country, articles from actor_totals
    where dossier_id = '' and name_key = any(${keys}::text[]) order by name_key, articles desc`.execute(db);
  const { rows: all } = await sql<{ count: number }>`select count(*)::int as count from (
    select from ties where ${sql.join(where, sql` and `)} group by from_key, to_key) as tie`.execute(db);
  return {
    total: all[0]?.count ?? 0,
    actors: actors.map(({ country, ...actor }) => ({ ...actor, ...(country !== null && { country }) })),
    ties,
  };
}
