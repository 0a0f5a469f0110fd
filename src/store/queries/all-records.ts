import { sql } from 'kysely';
import type { ArticleRecord } from '../../model/index.ts';
import type { ArticleFilter } from '../store.ts';
import type { Db } from '../tables.ts';
import { currentArticles } from './article-lines.ts';

const AT_ONCE = 32;

/** All current records in the order of their first addition, read by keyset, `AT_ONCE` in memory. */
export async function* allRecords(db: Db, filter: ArticleFilter = {}): AsyncGenerator<ArticleRecord> {
  for (let last = 0; ; ) {
    const rows = await currentArticles(db, filter)
      .select(['articles.seq', sql<string>`record::text`.as('record')])
      .where('articles.seq', '>', last)
      .orderBy('articles.seq')
      .limit(AT_ONCE)
      .execute();
    // Written from checked records.
    for (const { record } of rows) yield JSON.parse(record) as ArticleRecord;
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.seq ?? last;
  }
}
