import { sql } from 'kysely';
import type { Event } from '../../../model/index.ts';
import type { Subjects } from '../../desk-views.ts';
import type { Counts, Scope } from '../../store.ts';
import type { Db } from '../../tables.ts';
import { inScope } from '../article-lines.ts';
import { facetCounts } from '../facet-totals.ts';
import { listLines } from '../lines.ts';

/** The newest claims looked through for what they are about. */
const CLAIMS = 3000;
/** Of what they are about, conditions are no events, and some events are hidden. */
const LOOKED_AT = 600;
const EVENTS = 60;
const TOPICS = 60;
const KINDS = 60;

/** What claims are about: topics, kinds of conditions, and events of the newest claims. */
export async function subjects(db: Db, filter: Scope = {}): Promise<Subjects> {
  const scope = inScope(filter, sql`claim.article_id`);
  const within = scope === null ? sql`true` : scope;
  const { rows: topics } = await sql<Counts[number]>`select topic as value, sum(claims)::int as count
    from (select topics, count(*) as claims from counted_claims as claim where ${within} group by topics) as same,
      unnest(topics) as topic
    group by 1 order by 2 desc, 1 limit ${TOPICS}`.execute(db);
  const kinds = scope === null ? await facetCounts(db, 'kind', KINDS) : await kindsIn(db, filter);
  const { rows: told } = await sql<{ article_id: string; id: string; nr: number; claims: number }>`
    select events.article_id, events.id, events.nr, about.claims from (
      select article_id, id, count(*)::int as claims, max(day_down) as day from (
        select article_id, day_down, unnest(about) as id from (
          select article_id, day_down, about from counted_claims as claim where ${within}
          order by day_down desc, article_id desc, nr desc limit ${CLAIMS}) as newest) as one
      group by 1, 2 order by claims desc, day desc, 1, 2 limit ${LOOKED_AT}) as about
    join events using (article_id, id)
    where not events.hidden order by about.claims desc, about.day desc, 1, 2 limit ${EVENTS}`.execute(db);
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

async function kindsIn(db: Db, filter: Scope): Promise<Counts> {
  const { rows } = await sql<Counts[number]>`select kind as value, count(*)::int as count from conditions
    where not hidden and ${inScope(filter, sql`article_id`)} group by 1 order by 2 desc, 1`.execute(db);
  return rows;
}
