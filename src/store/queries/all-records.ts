import { sql } from 'kysely';
import type { ArticleRecord } from '../../model/index.ts';
import { reviewedRecord } from '../reviewed-record.ts';
import { shownOf } from '../rows.ts';
import type { ArticleFilter } from '../store.ts';
import type { Db } from '../tables.ts';
import { currentArticles } from './article-lines.ts';
import { verdictsOf } from './reviews/verdicts.ts';

const AT_ONCE = 32;

/** All current records in the order of their first addition, read by keyset, `AT_ONCE` in memory. */
export async function* allRecords(db: Db, filter: ArticleFilter = {}): AsyncGenerator<ArticleRecord> {
  for (let last = 0; ; ) {
    const rows = await currentArticles(db, filter)
      .select(['articles.id', 'articles.seq', sql<string>`record::text`.as('record')])
      .where('articles.seq', '>', last)
      .orderBy('articles.seq')
      .limit(AT_ONCE)
      .execute();
    const verdicts = await verdictsOf(
      db,
      rows.map(({ id }) => id),
    );
    for (const { id, record } of rows) {
      // Written from checked records.
      const read = JSON.parse(record) as ArticleRecord;
      const reviewed = reviewedRecord(
        read,
        verdicts.filter(({ articleId }) => articleId === id),
      );
      yield shownOf(reviewed.record, reviewed.marks);
    }
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.seq ?? last;
  }
}
