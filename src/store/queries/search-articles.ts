import { sql } from 'kysely';
import { cursorOf, keyOfCursor, limitOf } from '../cursor.ts';
import { PLAIN_CONFIG } from '../languages.ts';
import { START, STOP, snippetOf, unmarked } from '../snippet.ts';
import type { ArticleFilter, PageOf, Paging, SearchHit } from '../store.ts';
import type { Db } from '../tables.ts';
import { storableText } from '../text.ts';
import { articleLineOf, currentArticles, LINE_COLUMNS } from './article-lines.ts';
import { untilBound } from './bounds.ts';
import { searchConfigs } from './search-configs.ts';

const HEADLINE = `MaxFragments=2, MaxWords=30, MinWords=12, FragmentDelimiter=" … ", StartSel="${START}", StopSel="${STOP}"`;
const WHOLE = `HighlightAll=true, StartSel="${START}", StopSel="${STOP}"`;

/** Ranking reads the words of each match, so only so many are ranked: the newest. */
const RANKED = 400;
/** Matches more than these are common: going through the articles by day meets enough of them soon. */
const COMMON = 5000;

/**
 * Full text search, each article in the configuration of its own language. Of the newest matches, the best first by
 * cover density (ts_rank_cd, normalised by length), ties by id.
 */
export async function searchArticles(
  db: Db,
  words: string,
  filter: ArticleFilter = {},
  paging: Omit<Paging, 'order'> = {},
): Promise<PageOf<SearchHit>> {
  const limit = limitOf(paging.limit);
  const asked = storableText(words);
  const configs = await searchConfigs(db);
  if (configs.length === 0) return { items: [], next: null };
  const matches = sql.join(
    configs.map(
      (config) =>
        sql`(search_config = ${config} and search @@ websearch_to_tsquery(${config}::regconfig, ${asked}))`,
    ),
    sql` or `,
  );
  const rank = sql<number>`ts_rank_cd(search, websearch_to_tsquery(search_config::regconfig, ${asked}), 1)`;
  const after = paging.cursor ? keyOfCursor(paging.cursor, ['number', 'string']) : null;
  const isMatch = sql<boolean>`(${matches})`;
  const bound = await untilBound(db, 'articles', sql`articles.day_down`, filter.until);
  const { rows: counted } = await sql<{ count: number }>`select count(*)::int as count
    from (select from articles where ${isMatch} limit ${COMMON}) as hit`.execute(db);
  // Rare words are found by their index and then sorted by day; the planner would often do it the other way round.
  const isFound =
    (counted[0]?.count ?? 0) >= COMMON
      ? isMatch
      : sql<boolean>`articles.id in (with hit as materialized (select id from articles where ${isMatch})
          select id from hit)`;
  const newest = currentArticles(db, filter)
    .$if(bound !== null, (query) => query.where(bound as NonNullable<typeof bound>))
    .where(isFound)
    .select('articles.id')
    .orderBy('articles.day_down', 'desc')
    .orderBy('articles.id', 'desc')
    .limit(RANKED);
  const ranked = db
    .selectFrom(newest.as('newest'))
    .innerJoin('articles', 'articles.id', 'newest.id')
    .select(LINE_COLUMNS)
    .select(['articles.search_config', rank.as('rank')]);
  const rows = await db
    .selectFrom(ranked.as('ranked'))
    .selectAll()
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(rank < ${after?.[0]}::float4 or (rank = ${after?.[0]}::float4 and id > ${after?.[1]}))`,
      ),
    )
    .orderBy('rank', 'desc')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const snippets = await snippetsOf(db, asked, shown);
  const last = shown.at(-1);
  return {
    items: shown.map((row, index) => ({
      article: articleLineOf(row),
      title: snippetOf(snippets[index]?.title ?? row.title),
      snippet: snippetOf(snippets[index]?.snippet ?? ''),
      rank: row.rank,
    })),
    next: rows.length > limit && last ? cursorOf([last.rank, last.id]) : null,
  };
}

interface Marked {
  readonly title: string;
  readonly snippet: string;
}

/** The texts go in as parameters, not out of the record inside the database: that refuses escapes that JSON may hold. */
async function snippetsOf(
  db: Db,
  words: string,
  hits: readonly { readonly id: string; readonly title: string; readonly search_config: string }[],
): Promise<readonly Marked[]> {
  if (hits.length === 0) return [];
  const texts = await db
    .selectFrom('articles')
    .select(['id', sql<string>`record::text`.as('record')])
    .where(
      'id',
      'in',
      hits.map(({ id }) => id),
    )
    .execute();
  const byId = new Map(
    texts.map(({ id, record }) => [id, (JSON.parse(record) as { article: { text: string } }).article.text]),
  );
  const rows = hits.map(({ id, title, search_config }, nr) => ({
    nr,
    config: search_config ?? PLAIN_CONFIG,
    title: unmarked(title),
    text: unmarked(storableText((byId.get(id) ?? '').slice(0, 200_000))),
  }));
  const { rows: marked } = await sql<Marked>`select
      ts_headline(config::regconfig, title, websearch_to_tsquery(config::regconfig, ${words}), ${WHOLE}) as title,
      ts_headline(config::regconfig, text, websearch_to_tsquery(config::regconfig, ${words}), ${HEADLINE}) as snippet
    from json_to_recordset(${JSON.stringify(rows)}::json) as hit(nr int, config text, title text, text text)
    order by nr`.execute(db);
  return marked;
}
