import { sql } from 'kysely';
import { dayNumber, dayOfNumber, FIRST_NUMBER, HAPPENED, QUAD_CODES, TYPE_CODES } from '../../codes.ts';
import type { Overview, OverviewFilter, StandingCondition, Week } from '../../desk-views.ts';
import type { ArticleFilter, Scope } from '../../store.ts';
import type { Db } from '../../tables.ts';
import { inScope } from '../article-lines.ts';
import { listArticles } from '../list-articles.ts';
import { listClaims } from '../list-claims.ts';
import { listEvents } from '../list-events.ts';
import { conditionsAt } from './conditions-at.ts';

const SHOWN = 8;
const CONDITIONS = 24;
/** Stances of demands and ultimatums. */
const DEMANDING = ['demands', 'threatens'] as const;
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
  const { rows } = await sql<{ day: number; meeting: boolean; low: number; high: number; events: number }>`
    select day, meeting, sum(low)::int as low, sum(high)::int as high, count(*)::int as events from (
      select first_day as day, type = ${TYPE_CODES.CONSULT}::int as meeting,
        coalesce(min(killed), 0) as low, coalesce(max(killed), 0) as high
      from counted_events
      where first_day >= ${dayNumber(first)}::int and first_day <= ${dayNumber(asOf)}::int and first_day = last_day
        and (type = ${TYPE_CODES.CONSULT}::int or kind % 4 = ${QUAD_CODES['material-conflict']}::int)
        and status = any(${[...HAPPENED]}::int[]) ${and(scope)}
      group by first_day, type, named) as event
    group by day, meeting`.execute(db);
  const weeks = new Map<string, { meetings: number; incidents: number; low: number; high: number }>();
  for (let nr = 0; nr < count; nr++) {
    const week = new Date(Date.parse(first) + nr * 7 * DAY_MS).toISOString().slice(0, 10);
    weeks.set(week, { meetings: 0, incidents: 0, low: 0, high: 0 });
  }
  for (const { day, meeting, low, high, events } of rows) {
    const week = weeks.get(mondayOf(dayOfNumber(day) as string));
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
  const within = sql`has_subject and told_day <= ${dayNumber(asOf)}::int ${and(scope)}`;
  const { rows } = await sql<{
    article_id: string;
    nr: number;
    since: number | null;
    confirmed: number;
    lines: number;
  }>`select latest.article_id, latest.nr, since, confirmed, lines from (
      select same, count(*)::int as lines,
        min(first_day) filter (where status <> 'ended' and first_day > ${FIRST_NUMBER}::int) as since,
        max(told_day) filter (where status <> 'ended') as confirmed
      from counted_conditions where ${within} group by same) as told
    cross join lateral (
      select article_id, nr, status from counted_conditions where same = told.same and ${within}
      order by told_order desc, article_id, nr limit 1) as latest
    where latest.status <> 'ended' and confirmed >= ${dayNumber(asOf) - SILENT_DAYS}::int
    order by lines desc, confirmed desc, article_id limit ${CONDITIONS}`.execute(db);
  const lineAt = await conditionsAt(db, rows);
  return rows.flatMap(({ since, confirmed, lines, ...place }) => {
    const line = lineAt(place);
    const from = since === null ? null : dayOfNumber(since);
    if (!line) return [];
    return [
      {
        line,
        since: from,
        days: from === null ? null : daysBetween(from, asOf),
        confirmed: dayOfNumber(confirmed),
        lines,
      },
    ];
  });
}

async function openDemands(db: Db, scope: Scope, asOf: string) {
  const { rows } = await sql<{ article_id: string; id: string }>`select article_id, id from claims
    where deadline >= ${asOf} and first_day <= ${asOf} and stance = any(${[...DEMANDING]}::text[])
      and not hidden ${and(scope)}
    order by deadline, article_id, nr limit ${SHOWN}`.execute(db);
  const due = [];
  for (const { article_id, id } of rows) {
    const { items } = await listClaims(db, { articleId: article_id }, { limit: 200 });
    due.push(...items.filter(({ claim }) => claim.id === id));
  }
  const newest = await listClaims(db, { ...upTo(scope, asOf), stance: DEMANDING }, { limit: SHOWN });
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
