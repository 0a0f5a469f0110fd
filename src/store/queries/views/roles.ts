import { sql } from 'kysely';
import type { RoleInTime, RolesFilter } from '../../desk-views.ts';
import type { Db } from '../../tables.ts';
import { nameKey } from '../../text.ts';
import { inScope } from '../article-lines.ts';

const MOST = 60;

/** The roles of a name and whom they belong to, as all its articles give them, the latest first. */
export async function roles(db: Db, { name, ...scope }: RolesFilter): Promise<readonly RoleInTime[]> {
  const within = inScope(scope, sql`actors.article_id`) ?? sql`true`;
  const { rows } = await sql<{
    role: string | null;
    affiliation: string | null;
    first: string | null;
    last: string | null;
    articles: number;
  }>`select actors.role, house.name as affiliation,
      min(articles.first_day) filter (where articles.first_day > '0001') as first,
      max(articles.last_day) filter (where articles.last_day < '9999') as last,
      count(distinct actors.article_id)::int as articles
    from actors join articles on articles.id = actors.article_id
      left join actors as house on house.article_id = actors.article_id and house.id = actors.affiliation
    where actors.name_key = ${nameKey(name)} and (actors.role is not null or house.name is not null) and ${within}
    group by 1, 2 order by last desc nulls last, articles desc, 1, 2 limit ${MOST}`.execute(db);
  return rows.map(({ role, affiliation, ...rest }) => ({
    ...rest,
    ...(role !== null && { role }),
    ...(affiliation !== null && { affiliation }),
  }));
}
