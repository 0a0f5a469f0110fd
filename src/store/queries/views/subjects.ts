import { sql } from 'kysely';
import type { Event } from '../../../model/index.ts';
import type { Subjects } from '../../desk-views.ts';
import type { Counts, Scope } from '../../store.ts';
import type { Db } from '../../tables.ts';
import { inScope } from '../article-lines.ts';
import { listLines } from '../lines.ts';

/** The newest claims looked through for what they are about. */
const CLAIMS = 3000;
const EVENTS = 60;
const TOPICS = 60;

/** What claims are about: topics, kinds of conditions, and events of the newest claims. */
export async function subjects(db: Db, filter: Scope = {}): Promise<Subjects> {
  const scope = inScope(filter, sql`line.article_id`);
  const within = scope === null ? sql`not line.hidden` : sql`not line.hidden and ${scope}`;
  const { rows: topics } = await sql<Counts[number]>`select topic as value, count(*)::int as count
    from claims as line, unnest(line.topics) as topic where ${within}
    group by 1 order by 2 desc, 1 limit ${TOPICS}`.execute(db);
  const { rows: kinds } = await sql<Counts[number]>`select kind as value, count(*)::int as count
    from conditions as line where ${within} group by 1 order by 2 desc, 1`.execute(db);
  const { rows: told } = await sql<{ article_id: string; id: string; nr: number; claims: number }>`
    select events.article_id, events.id, events.nr, about.claims from (
      select article_id, id, count(*)::int as claims from (
        select line.article_id, json_array_elements_text(line.body -> 'about') as id from (
          select article_id, body from claims as line where ${within}
          order by day_down desc, article_id desc, nr desc limit ${CLAIMS}) as line) as one
      group by 1, 2) as about join events using (article_id, id)
    where not events.hidden order by about.claims desc, events.day_down desc, 1, 2 limit ${EVENTS}`.execute(
    db,
  );
  const { items } = await listLines<Event>(db, 'events', {}, { limit: EVENTS }, [
    sql<boolean>`(line.article_id, line.nr) in (select * from unnest(
      ${told.map(({ article_id }) => article_id)}::text[], ${told.map(({ nr }) => nr)}::int[]))`,
  ]);
  const claims = new Map(told.map((one) => [JSON.stringify([one.article_id, one.id]), one.claims]));
  return {
    topics,
    kinds,
    events: items.map(({ body, ...rest }) => ({
      line: { ...rest, event: body },
      claims: claims.get(JSON.stringify([rest.article.id, body.id])) ?? 0,
    })),
  };
}
