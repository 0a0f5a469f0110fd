import { sql } from 'kysely';
import type { Db, Tx } from '../tables.ts';

/** The text search configurations in use: one step in the index for each, however many articles there are. */
export async function searchConfigs(db: Db | Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ config: string }>`with recursive used (config) as (
      (select search_config from articles order by search_config limit 1)
      union all
      select (select search_config from articles where search_config > used.config order by search_config limit 1)
      from used where used.config is not null)
    select config from used where config is not null`.execute(db);
  return rows.map(({ config }) => config);
}
