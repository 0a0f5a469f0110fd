import { sql } from 'kysely';
import type { Overview, OverviewFilter, StandingCondition, Week } from '../../desk-views.ts';
import type { ArticleFilter, Scope } from '../../store.ts';
import type { Db } from '../../tables.ts';
import { inScope } from '../article-lines.ts';
import { listArticles } from '../list-articles.ts';
import { listClaims } from '../list-claims.ts';
import { listConditions } from '../list-conditions.ts';
import { listEvents } from '../list-events.ts';

const SHOWN = 8;
const CONDITIONS = 24;
const DAY_MS = 86_400_000;
/** A condition that nobody spoke of for so long is no longer counted as standing. */
const SILENT_DAYS = 365;

export async function overview(db: Db, filter: OverviewFilter = {}): Promise<Overview> {
  const scope: Scope = filter.dossier === undefined ? {} : { dossier: filter.dossier };
  const newest = (await listArticles(db, upTo(scope, filter.asOf), { limit: SHOWN })).items;
  const asOf = filter.asOf ?? (await newestDay(db, scope)) ?? new Date().toISOString().slice(0, 10);
  const contested = await listEvents(
    db,
    { ...upTo(scope, asOf), status: ['alleged', 'denied'] },
    { limit: SHOWN },
  );
  return {
    asOf,
    lastMeeting: await lastMeeting(db, scope, asOf),
    weeks: await weeksOf(db, scope, asOf, filter.weeks ?? 52),
    conditions: await standingConditions(db, scope, asOf),
    demands: await openDemands(db, scope, asOf),
    contested: contested.items,
    newest,
  };
}

function upTo(scope: Scope, day: string | undefined): ArticleFilter {
  return day === undefined ? scope : { ...scope, until: day };
}

function and(scope: Scope) {
  const condition = inScope(scope, sql`article_id`);
  return condition === null ? sql`` : sql`and ${condition}`;
}

async function newestDay(db: Db, scope: Scope): Promise<string | null> {
  const condition = inScope(scope, sql`articles.id`);
  const { rows } = await sql<{ day: string }>`select last_day as day from articles
    where superseded_by is null and day_down > '0001' ${condition === null ? sql`` : sql`and ${condition}`}
    order by day_down desc, id desc limit 1`.execute(db);
  return rows[0]?.day ?? null;
}

async function lastMeeting(db: Db, scope: Scope, asOf: string): Promise<Overview['lastMeeting']> {
  const { rows } = await sql<{ day: string }>`select first_day as day from events
    where type = 'CONSULT' and status = 'reported' and not hidden and first_day = last_day
      and day_down <= ${asOf} ${and(scope)}
    order by day_down desc, article_id desc, nr desc limit 1`.execute(db);
  const day = rows[0]?.day;
  if (day === undefined) return null;
  const { items } = await listEvents(
    db,
    { ...scope, type: 'CONSULT', status: 'reported', since: day, until: day },
    { limit: 20 },
  );
  const line = items.find(({ event }) => event.date.edtf === day);
  return line ? { day, daysAgo: daysBetween(day, asOf), line } : null;
}

/** Weeks begin on Mondays (ISO 8601). */
async function weeksOf(db: Db, scope: Scope, asOf: string, count: number): Promise<Week[]> {
  const monday = mondayOf(asOf);
  const first = new Date(Date.parse(monday) - (count - 1) * 7 * DAY_MS).toISOString().slice(0, 10);
  const { rows } = await sql<{ day: string; meeting: boolean; low: number; high: number; events: number }>`
    select day, meeting, sum(low)::int as low, sum(high)::int as high, count(*)::int as events from (
      select first_day as day, type = 'CONSULT' as meeting, type, lower(place) as place,
        coalesce(min(killed), 0) as low, coalesce(max(killed), 0) as high
      from events
      where day_down >= ${first} and day_down <= ${asOf} and first_day = last_day and not hidden
        and (type = 'CONSULT' or quad = 'material-conflict') and status in ('reported', 'alleged', 'ended') ${and(scope)}
      group by first_day, type, lower(place)) as event
    group by day, meeting`.execute(db);
  const weeks = new Map<string, { meetings: number; incidents: number; low: number; high: number }>();
  for (let nr = 0; nr < count; nr++) {
    const week = new Date(Date.parse(first) + nr * 7 * DAY_MS).toISOString().slice(0, 10);
    weeks.set(week, { meetings: 0, incidents: 0, low: 0, high: 0 });
  }
  for (const { day, meeting, low, high, events } of rows) {
    const week = weeks.get(mondayOf(day));
    if (!week) continue;
    if (meeting) week.meetings += events;
    else week.incidents += events;
    week.low += low;
    week.high += high;
  }
  return [...weeks].map(([week, { meetings, incidents, low, high }]) => ({
    week,
    meetings,
    incidents,
    killed: { low, high },
  }));
}

/** Lines of one kind and subject speak of one condition; it stands where the latest of them says so. */
async function standingConditions(db: Db, scope: Scope, asOf: string): Promise<StandingCondition[]> {
  const { rows } = await sql<{
    article_id: string;
    id: string;
    since: string | null;
    confirmed: string | null;
    lines: number;
  }>`select article_id, id, since, confirmed, lines from (
      select distinct on (kind, subject) line.article_id, line.id, line.status,
        min(nullif(line.first_day, '0000-01-01')) filter (where line.status <> 'ended') over same as since,
        max(articles.last_day) filter (where line.status <> 'ended') over same as confirmed,
        (count(*) over same)::int as lines, articles.last_day
      from conditions as line join articles on articles.id = line.article_id
      where not line.hidden and articles.last_day <= ${asOf} and line.subject <> '' ${and(scope)}
      window same as (partition by line.kind, line.subject)
      order by kind, subject, articles.day_down desc, line.article_id, line.nr) as latest
    where status <> 'ended' and confirmed >= ${shifted(asOf, -SILENT_DAYS)}
    order by lines desc, confirmed desc, article_id limit ${CONDITIONS}`.execute(db);
  const found: StandingCondition[] = [];
  for (const { article_id, id, since, confirmed, lines } of rows) {
    const { items } = await listConditions(db, { articleId: article_id }, { limit: 100 });
    const line = items.find(({ condition }) => condition.id === id);
    if (line)
      found.push({ line, since, days: since === null ? null : daysBetween(since, asOf), confirmed, lines });
  }
  return found;
}

async function openDemands(db: Db, scope: Scope, asOf: string) {
  const { rows } = await sql<{ article_id: string; id: string }>`select article_id, id from claims
    where deadline >= ${asOf} and first_day <= ${asOf} and not hidden ${and(scope)}
    order by deadline, article_id, nr limit ${SHOWN}`.execute(db);
  const due = [];
  for (const { article_id, id } of rows) {
    const { items } = await listClaims(db, { articleId: article_id }, { limit: 200 });
    due.push(...items.filter(({ claim }) => claim.id === id));
  }
  const newest = await listClaims(
    db,
    { ...upTo(scope, asOf), stance: ['demands', 'threatens'] },
    { limit: SHOWN },
  );
  const isNew = newest.items.filter(({ claim }) => claim.deadline === undefined);
  return [...due, ...isNew].slice(0, SHOWN);
}

function mondayOf(day: string): string {
  const time = Date.parse(day);
  const weekday = (new Date(time).getUTCDay() + 6) % 7;
  return new Date(time - weekday * DAY_MS).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
