import { sql } from 'kysely';
import { cursorOf, type Key, keyOfCursor, limitOf } from '../cursor.ts';
import { START, STOP, snippetOf, unmarked, windowOf } from '../snippet.ts';
import type { ArticleFilter, PageOf, Paging, SearchHit } from '../store.ts';
import type { ArticlesTable, Db } from '../tables.ts';
import { storableText } from '../text.ts';
import { articleLineOf, currentArticles, LINE_COLUMNS } from './article-lines.ts';
import { ArticleWords } from './article-words.ts';
import { untilBound } from './bounds.ts';
import { wordQuery } from './word-query.ts';

const HEADLINE = `MaxFragments=2, MaxWords=30, MinWords=12, FragmentDelimiter=" … ", StartSel="${START}", StopSel="${STOP}"`;
const WHOLE = `HighlightAll=true, StartSel="${START}", StopSel="${STOP}"`;

/** Ranking reads the words of each match, so only so many are ranked: the newest. */
const RANKED = 400;
/** Among so many of the newest articles a common word is found often enough to leave its index alone. */
const WALKED = 2000;
/** One found in this share of them is worth going on for, as far as it then takes. */
const SHARE = 0.03;

/**
 * Full text search, each article in the configuration of its own language. Of the newest matches, the best first by
 * cover density (ts_rank_cd, normalised by length), ties by id.
 *
 * The index of words gives all matches in no order, of a common word tens of thousands; so the newest articles are
 * gone through first, and the index is asked only where they do not hold enough matches. The planner has no statistics
 * of words to choose by.
 */
export async function searchArticles(
  db: Db,
  words: string,
  filter: ArticleFilter = {},
  paging: Omit<Paging, 'order'> = {},
): Promise<PageOf<SearchHit>> {
  const limit = limitOf(paging.limit);
  const asked = await ArticleWords.of(db, words);
  if (asked === null) return { items: [], next: null };
  const after = paging.cursor ? keyOfCursor(paging.cursor, ['number', 'string']) : null;
  const page: PageAsked = { asked, filter, limit, after };
  let newest = await ofTheNewest(db, page, WALKED);
  if (newest.rows === null && newest.found >= SHARE * WALKED)
    newest = await ofTheNewest(db, page, Math.ceil((1.25 * RANKED * WALKED) / newest.found));
  const rows = newest.rows ?? (await ofAll(db, page));
  const shown = rows.slice(0, limit);
  const snippets = await snippetsOf(db, words, shown);
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

interface PageAsked {
  readonly asked: ArticleWords;
  readonly filter: ArticleFilter;
  readonly limit: number;
  readonly after: Key | null;
}

type Row = Pick<
  ArticlesTable,
  (typeof LINE_COLUMNS)[number] extends `articles.${infer Name}` ? Name : never
> & {
  readonly added_at: Date;
  readonly search_config: string;
  readonly rank: number;
  /** The whole record as JSON text, for the snippet. */
  readonly record: string;
};

/** The best of the newest matches; rows are null where the newest `walk` articles hold too few and there are more. */
async function ofTheNewest(
  db: Db,
  { asked, filter: { since, ...filter }, limit, after }: PageAsked,
  walk: number,
): Promise<{ readonly found: number; readonly rows: readonly Row[] | null }> {
  const bound = await untilBound(db, 'articles', sql`articles.day_down`, filter.until);
  const among = currentArticles(db, filter)
    .$if(bound !== null, (query) => query.where(bound as NonNullable<typeof bound>))
    .select(['articles.id', 'articles.day_down', 'articles.search', 'articles.search_config']);
  const newest = (query: typeof among) =>
    query.orderBy('articles.day_down', 'desc').orderBy('articles.id', 'desc').limit(walk);
  // Those of several days that begin before the first day asked for stand apart, for the index goes by the beginning.
  const walkedOver =
    since === undefined
      ? sql`${newest(among)}`
      : sql`${newest(among.where('articles.day_down', '>=', since))}
      union all ${newest(among.where('articles.day_down', '<', since).whereRef('articles.first_day', '<', 'articles.last_day').where('articles.last_day', '>=', since))}`;
  const { rows } = await sql<{ walked: number; found: number } & Partial<Row>>`
    with walked as materialized (${walkedOver}),
      hit as materialized (select id, search, search_config from walked where ${asked.isMatch}
        order by day_down desc, id desc limit ${RANKED}),
      page as (${pageOfHits(asked, limit, after)})
    select count.*, page.rank, ${COLUMNS}
    from (select (select count(*)::int from walked) as walked, (select count(*)::int from hit) as found) as count
    left join page on true left join articles on articles.id = page.id
    order by page.rank desc, page.id`.execute(db);
  const { walked = 0, found = 0 } = rows[0] ?? {};
  if (found < RANKED && walked >= walk) return { found, rows: null };
  return { found, rows: rows.filter((row): row is typeof row & Row => typeof row.id === 'string') };
}

/** The same by the index of words: for what is found seldom. */
async function ofAll(db: Db, { asked, filter, limit, after }: PageAsked): Promise<readonly Row[]> {
  const found = currentArticles(db, filter)
    .where(sql<boolean>`articles.id in (select id from match)`)
    .select(['articles.id', 'articles.search', 'articles.search_config'])
    .orderBy('articles.day_down', 'desc')
    .orderBy('articles.id', 'desc')
    .limit(RANKED);
  const { rows } = await sql<Row>`
    with match as materialized (select id from articles where ${asked.isMatch}),
      hit as materialized (${found}),
      page as (${pageOfHits(asked, limit, after)})
    select page.rank, ${COLUMNS} from page join articles on articles.id = page.id
    order by page.rank desc, page.id`.execute(db);
  return rows;
}

const COLUMNS = sql.raw(
  [...LINE_COLUMNS, 'articles.search_config', 'articles.record::text as record'].join(', '),
);

function pageOfHits(asked: ArticleWords, limit: number, after: Key | null) {
  const goOn =
    after === null
      ? sql``
      : sql`where rank < ${after[0]}::float4 or (rank = ${after[0]}::float4 and id > ${after[1]})`;
  return sql`select id, rank from (select id, ts_rank_cd(search, ${asked.query}, 1) as rank from hit) as ranked
    ${goOn} order by rank desc, id limit ${limit + 1}::int`;
}

interface Marked {
  readonly title: string;
  readonly snippet: string;
}

/** The texts go in as parameters, not out of the record inside the database: that refuses escapes that JSON may hold. */
async function snippetsOf(db: Db, words: string, hits: readonly Row[]): Promise<readonly Marked[]> {
  if (hits.length === 0) return [];
  const asked = storableText(words);
  const rows = hits.map(({ title, search_config, record }, nr) => {
    // Written from a checked record.
    const { article } = JSON.parse(record) as { article: { text: string } };
    return {
      nr,
      config: search_config,
      title: unmarked(storableText(title)),
      text: unmarked(storableText(windowOf(article.text, asked))),
    };
  });
  const configs = [...new Set(rows.map(({ config }) => config))];
  const query = sql`case config ${sql.join(
    configs.map((config) => sql`when ${config} then ${wordQuery(config, asked)}`),
    sql` `,
  )} end`;
  const { rows: marked } = await sql<Marked>`select
      ts_headline(config::regconfig, title, ${query}, ${WHOLE}) as title,
      ts_headline(config::regconfig, text, ${query}, ${HEADLINE}) as snippet
    from json_to_recordset(${JSON.stringify(rows)}::json) as hit(nr int, config text, title text, text text)
    order by nr`.execute(db);
  return marked;
}
