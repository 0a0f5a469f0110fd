import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Claim, Condition, Event } from '../../model/index.ts';
import { TrucelineError } from '../../model/index.ts';
import { keyOfCursor, limitOf, pageOf } from '../cursor.ts';
import { actorIdsOf } from '../line-actors.ts';
import type { LineTable } from '../reviews.ts';
import type { ActorRef, ArticleRef, LineFilter, PageOf, Paging, ReviewMark } from '../store.ts';
import type { Db, LinesTable, Tables } from '../tables.ts';
import { nameKey, storableText } from '../text.ts';
import { articleRefOf, checkRange, inScope, type Within } from './article-lines.ts';
import {
  type Ordered,
  reachesTo,
  untilBound,
  wordsAmongAll,
  wordsAmongFirst,
  wordsCondition,
} from './bounds.ts';

type Test = RawBuilder<boolean>;

type LinesQuery = SelectQueryBuilder<Tables & { line: LinesTable }, 'line' | 'articles', object>;

/** A line as the store keeps it, with its article and actors. */
export interface LineFound<Body> {
  readonly article: ArticleRef;
  readonly actors: readonly ActorRef[];
  readonly body: Body;
  /** What a person decided, where somebody has. */
  readonly review?: ReviewMark;
}

/**
 * One page of a table of lines under the filter that all lines share. `where` adds the conditions of the table's own
 * columns, as SQL over the alias `line`.
 */
export async function listLines<Body extends Event | Claim | Condition>(
  db: Db,
  table: LineTable,
  filter: LineFilter & Within,
  paging: Paging,
  where: readonly ReturnType<typeof sql<boolean>>[],
): Promise<PageOf<LineFound<Body>>> {
  checkRange(filter);
  const limit = limitOf(paging.limit);
  const isUp = paging.order === 'oldest';
  const column = isUp ? 'line.day_up' : 'line.day_down';
  const direction = isUp ? 'asc' : 'desc';
  const { text, since: from, ...rest } = filter;
  const conditions: Test[] = [...(await lineConditions(db, table, rest)), ...where];
  const since = from === undefined ? [] : [reachesTo('line', from)];
  if (!isUp) {
    const bound = await untilBound(db, table, sql`line.day_down`, filter.until);
    if (bound) conditions.push(bound);
  }
  if (paging.cursor) {
    const [day, id, nr] = keyOfCursor(paging.cursor, ['string', 'string', 'number']);
    conditions.push(
      sql<boolean>`(${sql.ref(column)}, line.article_id, line.nr) ${sql.raw(isUp ? '>' : '<')} (${day}, ${id}, ${nr}::int)`,
    );
  }
  const pageUnder = (...more: readonly Test[]) =>
    more
      .reduce((query, condition) => query.where(condition), linesOf(db, table))
      .select(['line.day_up', 'line.day_down', 'line.article_id', 'line.nr', 'line.body', 'line.review'])
      .select([
        'articles.title',
        'articles.outlet',
        'articles.url',
        'articles.language',
        'articles.published',
        'articles.origin',
      ])
      .orderBy(column, direction)
      .orderBy('line.article_id', direction)
      .orderBy('line.nr', direction)
      .limit(limit + 1)
      .execute();
  const way = sql.raw(direction);
  const ordered: Ordered = {
    table,
    conditions,
    apart: since,
    order: sql`${sql.ref(column)} ${way}, line.article_id ${way}, line.nr ${way}`,
    limit: limit + 1,
  };
  let rows = await (text === undefined
    ? pageUnder(...conditions, ...since)
    : pageUnder(wordsAmongFirst(ordered, text)));
  if (text !== undefined && rows.length <= limit)
    rows = await pageUnder(
      await wordsAmongAll(db, { ...ordered, isRare: rows.length === 0 && conditions.length === 1 }, text),
    );
  const actors = await actorsOfArticles(
    db,
    rows.slice(0, limit).map(({ article_id }) => article_id),
  );
  return pageOf(
    rows,
    limit,
    (row) => {
      // JSON columns come back parsed; this one is written from a checked record.
      const body = row.body as unknown as Body;
      return {
        article: articleRefOf({ ...row, id: row.article_id }),
        actors: actorsOfLine(body, actors.get(row.article_id) ?? []),
        body,
        // Only these two are shown in lists.
        ...(row.review !== null && { review: row.review as ReviewMark }),
      };
    },
    (row) => [isUp ? row.day_up : row.day_down, row.article_id, row.nr],
  );
}

function linesOf(db: Db, table: LineTable): LinesQuery {
  const query = db.selectFrom(sql<LinesTable>`${sql.table(table)}`.as('line'));
  return query.innerJoin('articles', 'articles.id', 'line.article_id');
}

/** What a filter asks of the columns that all tables of lines have, as SQL over the alias `line`. */
export async function lineConditions(db: Db, table: LineTable, filter: LineFilter & Within): Promise<Test[]> {
  checkRange(filter);
  const conditions: Test[] = [sql`not line.hidden`];
  const scope = inScope(filter, sql`line.article_id`);
  if (scope !== null) conditions.push(scope);
  if (filter.articleId !== undefined) conditions.push(sql`line.article_id = ${filter.articleId}`);
  if (filter.language !== undefined) conditions.push(sql`line.language = ${filter.language}`);
  if (filter.since !== undefined) conditions.push(sql`line.last_day >= ${filter.since}`);
  if (filter.until !== undefined) conditions.push(sql`line.first_day <= ${filter.until}`);
  if (filter.actor !== undefined) conditions.push(hasParty(nameKey(filter.actor)));
  if (filter.country !== undefined) conditions.push(hasParty(storableText(filter.country).toUpperCase()));
  if (filter.text !== undefined) conditions.push(await wordsCondition(db, table, filter.text));
  return conditions;
}

export function hasParty(party: string) {
  return sql<boolean>`line.parties @> array[${party}]::text[]`;
}

/** A pattern for `like` that takes the text as it stands. */
export function containing(text: string): string {
  return `%${storableText(text).replace(/[\\%_]/g, '\\$&')}%`;
}

/** A column equal to one or any of several values. */
export function isOneOf(column: string, values: string | readonly string[]) {
  const list = typeof values === 'string' ? [values] : [...values];
  if (list.length === 1) return sql<boolean>`${sql.ref(column)} = ${list[0]}`;
  if (list.length === 0) throw new TrucelineError('E_USAGE', { detail: 'a filter has an empty list' });
  return sql<boolean>`${sql.ref(column)} = any(${list}::text[])`;
}

/** The actors of these articles, by article id. */
export async function actorsOfArticles(
  db: Db,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ActorRef[]>> {
  const byArticle = new Map<string, ActorRef[]>();
  if (articleIds.length === 0) return byArticle;
  const rows = await db
    .selectFrom('actors')
    .select(['article_id', 'id', 'name', 'kind', 'country', 'sector', 'role', 'affiliation', 'wikidata'])
    .where('article_id', 'in', [...new Set(articleIds)])
    .execute();
  for (const { article_id, ...row } of rows) {
    const known = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
    // The columns are written from a checked record.
    const actor = known as unknown as ActorRef;
    const list = byArticle.get(article_id);
    if (list) list.push(actor);
    else byArticle.set(article_id, [actor]);
  }
  return byArticle;
}

/** Those of an article's actors that a line names, and what they belong to. */
export function actorsOfLine(line: Event | Claim | Condition, actors: readonly ActorRef[]): ActorRef[] {
  const used = new Set(actorIdsOf(line));
  for (const { id, affiliation } of actors) if (used.has(id) && affiliation) used.add(affiliation);
  return actors.filter(({ id }) => used.has(id));
}
