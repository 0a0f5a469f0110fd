import { sql } from 'kysely';
import type { Condition } from '../../../model/index.ts';
import type { ConditionSpans } from '../../desk-views.ts';
import type { Scope } from '../../store.ts';
import type { Db } from '../../tables.ts';
import { inScope } from '../article-lines.ts';
import { listLines } from '../lines.ts';

/** Conditions drawn at most: those that most lines speak of. */
const MOST = 100;

interface Span {
  /** Of the earliest line: day, article, id, place in the record. */
  readonly place: readonly [string, string, string, string];
  readonly since: string | null;
  readonly first: string | null;
  readonly until: string | null;
  readonly confirmed: string | null;
  readonly lines: number;
  readonly total: number;
}

/** From when to when conditions stood: what lines say of one kind, subject and status put together. */
export async function conditionSpans(db: Db, filter: Scope = {}): Promise<ConditionSpans> {
  const scope = inScope(filter, sql`line.article_id`);
  const { rows } =
    await sql<Span>`select min(array[line.day_up, line.article_id, line.id, line.nr::text]) as place,
      min(line.first_day) filter (where line.body ->> 'since' is not null and line.first_day > '0001') as since,
      min(line.first_day) filter (where line.first_day > '0001') as first,
      max(line.last_day) filter (where line.last_day < '9999') as until,
      max(articles.last_day) filter (where articles.last_day < '9999') as confirmed,
      count(*)::int as lines, (count(*) over ())::int as total
    from conditions as line join articles on articles.id = line.article_id
    where not line.hidden ${scope === null ? sql`` : sql`and ${scope}`}
    group by line.kind, line.status, case when line.subject = '' then line.article_id || line.id else line.subject end
    order by lines desc, confirmed desc limit ${MOST}`.execute(db);
  const { items } = await listLines<Condition>(db, 'conditions', {}, { limit: MOST }, [
    sql<boolean>`(line.article_id, line.nr) in (select * from unnest(
      ${rows.map(({ place }) => place[1])}::text[], ${rows.map(({ place }) => Number(place[3]))}::int[]))`,
  ]);
  const lineAt = new Map(items.map((line) => [JSON.stringify([line.article.id, line.body.id]), line]));
  return {
    total: rows[0]?.total ?? 0,
    items: rows.flatMap(({ place, since, first, until, confirmed, lines }) => {
      const found = lineAt.get(JSON.stringify([place[1], place[2]]));
      if (!found) return [];
      const { body, ...line } = found;
      return [
        {
          line: { ...line, condition: body },
          since: since ?? first,
          isSinceTold: since !== null,
          until,
          confirmed,
          lines,
        },
      ];
    }),
  };
}
