import { sql } from 'kysely';
import type { Counts, Facets, Scope } from '../store.ts';
import type { Db } from '../tables.ts';
import { inScope } from './article-lines.ts';

const MOST = 200;

export async function facets(db: Db, scope: Scope = {}): Promise<Facets> {
  const counted = counterIn(db, scope);
  const [languages, outlets, eventTypes, eventStatuses, countries, stances, conditionKinds] =
    await Promise.all([
      counted('articles', 'language'),
      counted('articles', 'outlet'),
      counted('events', 'type'),
      counted('events', 'status'),
      countriesOfEvents(db, scope),
      counted('claims', 'stance'),
      counted('conditions', 'kind'),
    ]);
  const { rows } = await sql<{
    articles: number;
    failures: number;
    first: string | null;
    last: string | null;
  }>`select (select count(*)::int from articles where superseded_by is null ${and(scope, 'id')}) as articles,
      (select count(*)::int from failures) as failures,
      (select min(first_day) from events where first_day > '0000-01-01' ${and(scope, 'article_id')}) as first,
      (select max(last_day) from events where last_day < '9999-12-31' ${and(scope, 'article_id')}) as last`.execute(
    db,
  );
  const { articles = 0, failures = 0, first = null, last = null } = rows[0] ?? {};
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
    days: { first, last },
  };
}

function and(scope: Scope, column: 'id' | 'article_id') {
  const condition = inScope(scope, sql.ref(column));
  return condition === null ? sql`` : sql`and ${condition}`;
}

function counterIn(db: Db, scope: Scope) {
  return async (table: 'articles' | 'events' | 'claims' | 'conditions', column: string): Promise<Counts> => {
    const current =
      table === 'articles'
        ? sql`superseded_by is null ${and(scope, 'id')}`
        : sql`not hidden ${and(scope, 'article_id')}`;
    const { rows } = await sql<{ value: string; count: number }>`
      select ${sql.ref(column)} as value, count(*)::int as count from ${sql.table(table)}
      where ${sql.ref(column)} is not null and ${current} group by 1 order by 2 desc, 1 limit ${MOST}`.execute(
      db,
    );
    return rows;
  };
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
