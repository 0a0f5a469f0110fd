import { sql } from 'kysely';
import { keyOfCursor, limitOf, pageOf } from '../cursor.ts';
import type { ArticleFilter, ArticleLine, ArticlePaging, PageOf } from '../store.ts';
import type { Db } from '../tables.ts';
import { articleLineOf, currentArticles, LINE_COLUMNS, type Within } from './article-lines.ts';
import { untilBound } from './bounds.ts';

export async function listArticles(
  db: Db,
  filter: ArticleFilter & Within = {},
  paging: ArticlePaging = {},
): Promise<PageOf<ArticleLine>> {
  const limit = limitOf(paging.limit);
  const base = currentArticles(db, filter)
    .select(LINE_COLUMNS)
    .select(['articles.seq', 'articles.day_up', 'articles.day_down'])
    .limit(limit + 1);
  if (paging.order === 'added') {
    const rows = await base
      .$if(Boolean(paging.cursor), (query) =>
        query.where('articles.seq', '<', keyOfCursor(paging.cursor as string, ['number'])[0] as number),
      )
      .orderBy('articles.seq', 'desc')
      .execute();
    return pageOf(rows, limit, articleLineOf, ({ seq }) => [seq]);
  }
  const isUp = paging.order === 'oldest';
  const bound = isUp ? null : await untilBound(db, 'articles', sql`articles.day_down`, filter.until);
  const column = isUp ? 'day_up' : 'day_down';
  const direction = isUp ? 'asc' : 'desc';
  const rows = await base
    .$if(bound !== null, (query) => query.where(bound as NonNullable<typeof bound>))
    .$if(Boolean(paging.cursor), (query) => {
      const [day, id] = keyOfCursor(paging.cursor as string, ['string', 'string']);
      return query.where(
        sql<boolean>`(${sql.ref(`articles.${column}`)}, articles.id) ${sql.raw(isUp ? '>' : '<')} (${day}, ${id})`,
      );
    })
    .orderBy(`articles.${column}`, direction)
    .orderBy('articles.id', direction)
    .execute();
  return pageOf(rows, limit, articleLineOf, (row) => [row[column], row.id]);
}
