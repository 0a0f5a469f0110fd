import { sql } from 'kysely';
import { dayOfNumber, FIRST_NUMBER, LAST_NUMBER } from '../../codes.ts';
import type { ConditionSpans } from '../../desk-views.ts';
import type { Scope } from '../../store.ts';
import type { Db } from '../../tables.ts';
import { inScope } from '../article-lines.ts';
import { conditionsAt } from './conditions-at.ts';

/** Conditions drawn at most: those that most lines speak of. */
const MOST = 100;

interface Span {
  /** Its earliest line. */
  readonly article_id: string;
  readonly nr: number;
  readonly since: number | null;
  readonly first: number | null;
  readonly until: number | null;
  readonly confirmed: number | null;
  readonly lines: number;
  readonly total: number;
}

/** From when to when conditions stood: what lines say of one kind, subject and status put together. */
export async function conditionSpans(db: Db, filter: Scope = {}): Promise<ConditionSpans> {
  const scope = inScope(filter, sql`article_id`);
  const within = scope ?? sql`true`;
  const { rows } = await sql<Span>`select span.*, earliest.article_id, earliest.nr from (
      select same, status, min(first_day) filter (where is_since_told and first_day > ${FIRST_NUMBER}::int) as since,
        min(first_day) filter (where first_day > ${FIRST_NUMBER}::int) as first,
        max(last_day) filter (where last_day < ${LAST_NUMBER}::int) as until,
        max(told_day) filter (where told_day < ${LAST_NUMBER}::int) as confirmed,
        count(*)::int as lines, (count(*) over ())::int as total
      from counted_conditions where ${within} group by same, status
      order by lines desc, confirmed desc nulls last, same, status limit ${MOST}) as span
    cross join lateral (
      select article_id, nr from counted_conditions
      where same = span.same and status = span.status and ${within}
      order by first_day, article_id, nr limit 1) as earliest
    order by lines desc, confirmed desc nulls last, same, status`.execute(db);
  const lineAt = await conditionsAt(db, rows);
  const day = (number: number | null) => (number === null ? null : dayOfNumber(number));
  return {
    total: rows[0]?.total ?? 0,
    items: rows.flatMap(({ article_id, nr, since, first, until, confirmed, lines }) => {
      const line = lineAt({ article_id, nr });
      if (!line) return [];
      return [
        {
          line,
          since: day(since ?? first),
          isSinceTold: since !== null,
          until: day(until),
          confirmed: day(confirmed),
          lines,
        },
      ];
    }),
  };
}
