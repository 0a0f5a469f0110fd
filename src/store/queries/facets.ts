import { sql } from 'kysely';
import type { Counts, Facets, Scope } from '../store.ts';
import type { Db } from '../tables.ts';
import { inScope } from './article-lines.ts';
import { type Facet, facetCounts } from './facet-totals.ts';

const MOST = 200;

export async function facets(db: Db, scope: Scope = {}): Promise<Facets> {
  const counted = scope.dossier === undefined ? counterOf(db) : counterIn(db, scope);
  const languages = await counted('articles', 'language');
  const outlets = await counted('articles', 'outlet');
  const eventTypes = await counted('events', 'type');
  const eventStatuses = await counted('events', 'status');
  const countries = await counted('events', 'country');
  const stances = await counted('claims', 'stance');
  const conditionKinds = await counted('conditions', 'kind');
  const { rows } = await sql<{ articles: number; failures: number }>`select
      (select count(*)::int from articles where superseded_by is null ${and(scope, 'id')}) as articles,
      (select count(*)::int from failures) as failures`.execute(db);
  const days = await daysOfEvents(db, scope);
  const { articles = 0, failures = 0 } = rows[0] ?? {};
  return {
    articles,
    failures,
    languages,
    outlets,
    events: sum(eventTypes),
    eventTypes,
    eventStatuses,
    countries,
    claims: sum(stances),
    stances,
    conditions: sum(conditionKinds),
    conditionKinds,
    days,
  };
}

function and(scope: Scope, column: 'id' | 'article_id') {
  const condition = inScope(scope, sql.ref(column));
  return condition === null ? sql`` : sql`and ${condition}`;
}

type Counter = (table: 'articles' | 'events' | 'claims' | 'conditions', facet: Facet) => Promise<Counts>;

/** Over the whole store, where the counts are kept. */
function counterOf(db: Db): Counter {
  return (_, facet) => facetCounts(db, facet, MOST);
}

/** Among the articles of a dossier, counted anew. */
function counterIn(db: Db, scope: Scope): Counter {
  return async (table, facet) => {
    if (facet === 'country') return countriesOfEvents(db, scope);
    const current =
      table === 'articles'
        ? sql`superseded_by is null ${and(scope, 'id')}`
        : sql`not hidden ${and(scope, 'article_id')}`;
    const { rows } = await sql<{ value: string; count: number }>`
      select ${sql.ref(facet)} as value, count(*)::int as count from ${sql.table(table)}
      where ${sql.ref(facet)} is not null and ${current} group by 1 order by 2 desc, 1 limit ${MOST}`.execute(
      db,
    );
    return rows;
  };
}

/** First and last day that events can mean; of the whole store the ends of indexes. */
async function daysOfEvents(db: Db, scope: Scope): Promise<Facets['days']> {
  const within = and(scope, 'article_id');
  const last =
    scope.dossier === undefined
      ? sql`greatest((select max(day_down) from events where day_down < '9999-12-31'),
          (select max(last_day) from events where first_day < last_day and last_day < '9999-12-31'))`
      : sql`(select max(last_day) from events where last_day < '9999-12-31' ${within})`;
  const { rows } = await sql<Facets['days']>`select
      (select min(day_up) from events where day_up > '0000-01-01' and day_up < '9999' ${within}) as first,
      ${last} as last`.execute(db);
  const days = rows[0] ?? { first: null, last: null };
  // Days without a year sort before all others.
  return { first: days.first, last: days.last !== null && days.last < '0001' ? null : days.last };
}

/** Countries of those who take part, each counted once an event. */
async function countriesOfEvents(db: Db, scope: Scope): Promise<Counts> {
  const { rows } = await sql<{ value: string; count: number }>`
    select party as value, count(*)::int as count from events, unnest(parties) as party
    where party ~ '^[A-Z]{3}$' and not hidden ${and(scope, 'article_id')} group by 1 order by 2 desc, 1 limit ${MOST}`.execute(
    db,
  );
  return rows;
}

function sum(counts: Counts): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
