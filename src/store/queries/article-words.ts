import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../tables.ts';
import { searchConfigs } from './search-configs.ts';
import { wordQuery } from './word-query.ts';

/** What is looked for in articles, in each configuration that the store has articles of. */
export class ArticleWords {
  readonly isMatch: RawBuilder<boolean>;
  /** The query in the configuration of a row: worked out once, not row by row. */
  readonly query: RawBuilder<unknown>;

  /** Null where the store has no articles. */
  static async of(db: Db | Tx, words: string): Promise<ArticleWords | null> {
    const configs = await searchConfigs(db);
    return configs.length === 0 ? null : new ArticleWords(configs, words);
  }

  constructor(configs: readonly string[], words: string) {
    const queries = configs.map((config) => ({ config, query: wordQuery(config, words) }));
    this.isMatch = sql`(${sql.join(
      queries.map(({ config, query }) => sql`(search_config = ${config} and search @@ ${query})`),
      sql` or `,
    )})`;
    this.query = sql`case search_config ${sql.join(
      queries.map(({ config, query }) => sql`when ${config} then ${query}`),
      sql` `,
    )} end`;
  }
}
