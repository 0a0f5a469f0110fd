import type { RawBuilder, SelectQueryBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Edtf } from '../../model/index.ts';
import { TrucelineError } from '../../model/index.ts';
import type { ArticleFilter, ArticleLine, ArticleRef, DateRange, Scope } from '../store.ts';
import type { ArticlesTable, Db, Tables } from '../tables.ts';
import { reachesTo } from './bounds.ts';

export const LINE_COLUMNS = [
  'articles.id',
  'articles.title',
  'articles.outlet',
  'articles.url',
  'articles.language',
  'articles.published',
  'articles.origin',
  'articles.added_at',
  'articles.event_count',
  'articles.claim_count',
  'articles.condition_count',
  'articles.actor_count',
] as const;

type LineRow = Pick<
  ArticlesTable,
  | 'id'
  | 'title'
  | 'outlet'
  | 'url'
  | 'language'
  | 'published'
  | 'origin'
  | 'event_count'
  | 'claim_count'
  | 'condition_count'
  | 'actor_count'
> & { added_at: Date };

export function articleRefOf(row: Omit<LineRow, 'added_at' | `${string}_count`>): ArticleRef {
  return {
    id: row.id,
    title: row.title,
    ...(row.outlet !== null && { outlet: row.outlet }),
    ...(row.url !== null && { url: row.url }),
    language: row.language,
    // The column is written from a checked record.
    ...(row.published !== null && { published: row.published as Edtf }),
    origin: row.origin,
  };
}

export function articleLineOf(row: LineRow): ArticleLine {
  return {
    ...articleRefOf(row),
    addedAt: new Date(row.added_at).toISOString(),
    counts: {
      events: row.event_count,
      claims: row.claim_count,
      conditions: row.condition_count,
      actors: row.actor_count,
    },
  };
}

type ArticlesQuery<Output> = SelectQueryBuilder<Tables, 'articles', Output>;

/** Filters as queries take them: besides a dossier that is kept, one that is only looked at. */
export interface Within {
  /** Query for the ids of articles. */
  readonly members?: RawBuilder<{ id: string }>;
}

/** The condition of a filter's scope on a column of article ids, or null. */
export function inScope({ dossier, members }: Scope & Within, articleId: RawBuilder<unknown>) {
  if (members !== undefined) return sql<boolean>`${articleId} in (${members})`;
  if (dossier === undefined) return null;
  return sql<boolean>`${articleId} in (select article_id from dossier_articles where dossier_id = ${dossier})`;
}

export function currentArticles(db: Db, filter: ArticleFilter & Within = {}): ArticlesQuery<object> {
  checkRange(filter);
  const scope = inScope(filter, sql`articles.id`);
  return db
    .selectFrom('articles')
    .where('articles.superseded_by', 'is', null)
    .$if(scope !== null, (query) => query.where(scope as NonNullable<typeof scope>))
    .$if(filter.language !== undefined, (query) =>
      query.where('articles.language', '=', filter.language as string),
    )
    .$if(filter.outlet !== undefined, (query) =>
      query.where(sql`lower(articles.outlet)`, '=', (filter.outlet as string).toLowerCase()),
    )
    .$if(filter.since !== undefined, (query) => query.where(reachesTo('articles', filter.since as string)))
    .$if(filter.until !== undefined, (query) =>
      query.where('articles.first_day', '<=', filter.until as string),
    );
}

/** Days of a filter must be whole days. Throws E_DATE. */
export function checkRange({ since, until }: DateRange): void {
  for (const value of [since, until]) {
    if (value !== undefined && !/^\d{4}-\d\d-\d\d$/.test(value))
      throw new TrucelineError('E_DATE', { value });
  }
}
