import { type RawBuilder, sql } from 'kysely';
import { type Key, keyOfCursor, limitOf, pageOf } from '../cursor.ts';
import type { ArticleLine, ArticleListFilter, ArticlePaging, PageOf } from '../store.ts';
import type { Db } from '../tables.ts';
import { articleLineOf, currentArticles, LINE_COLUMNS, type Within } from './article-lines.ts';
import { ArticleWords } from './article-words.ts';
import { untilBound } from './bounds.ts';

/** Among so many articles in a list's order a common word is found often enough to leave its index alone. */
const WALKED = 2000;

export async function listArticles(
  db: Db,
  filter: ArticleListFilter & Within = {},
  paging: ArticlePaging = {},
): Promise<PageOf<ArticleLine>> {
  const limit = limitOf(paging.limit);
  const order = orderOf(paging.order);
  const bound =
    paging.order === 'oldest' || paging.order === 'added'
      ? null
      : await untilBound(db, 'articles', sql`articles.day_down`, filter.until);
  const base = currentArticles(db, filter)
    .$if(bound !== null, (query) => query.where(bound as NonNullable<typeof bound>))
    .$if(Boolean(paging.cursor), (query) => query.where(order.after(paging.cursor as string)));
  const pageOfAll = (more: RawBuilder<boolean> = sql`true`) =>
    base
      .where(more)
      .select(LINE_COLUMNS)
      .select(['articles.seq', 'articles.day_up', 'articles.day_down'])
      .orderBy(order.first, order.way)
      .orderBy(order.second, order.way)
      .limit(limit + 1)
      .execute();
  let rows: Awaited<ReturnType<typeof pageOfAll>>;
  if (filter.q === undefined) rows = await pageOfAll();
  else {
    const asked = await ArticleWords.of(db, filter.q);
    if (asked === null) return { items: [], next: null };
    // As in searching: first those that stand first in the list; only for rare words by their index.
    const walked = base
      .select(['articles.id', 'articles.search', 'articles.search_config'])
      .orderBy(order.first, order.way)
      .orderBy(order.second, order.way)
      .limit(WALKED);
    rows = await pageOfAll(sql`articles.id in (select id from (select id from ${walked} as walked
      where ${asked.isMatch} limit ${limit + 1}::int) as hit)`);
    if (rows.length <= limit)
      rows = await pageOfAll(sql`articles.id in (with hit as materialized (
        select id from articles where ${asked.isMatch}) select id from hit)`);
  }
  return pageOf(rows, limit, articleLineOf, order.keyOf);
}

interface KeyRow {
  readonly id: string;
  readonly seq: number;
  readonly day_up: string;
  readonly day_down: string;
}

/** How a list is ordered, and how it goes on after a page. */
function orderOf(order: ArticlePaging['order']) {
  if (order === 'added')
    return {
      first: 'articles.seq',
      second: 'articles.id',
      way: 'desc',
      after: (cursor: string) => sql<boolean>`articles.seq < ${keyOfCursor(cursor, ['number'])[0]}::int`,
      keyOf: ({ seq }: KeyRow): Key => [seq],
    } as const;
  const isUp = order === 'oldest';
  const column = isUp ? 'day_up' : 'day_down';
  return {
    first: `articles.${column}`,
    second: 'articles.id',
    way: isUp ? 'asc' : 'desc',
    after: (cursor: string) => {
      const [day, id] = keyOfCursor(cursor, ['string', 'string']);
      return sql<boolean>`(${sql.ref(`articles.${column}`)}, articles.id) ${sql.raw(isUp ? '>' : '<')} (${day}, ${id})`;
    },
    keyOf: (row: KeyRow): Key => [row[column], row.id],
  } as const;
}
