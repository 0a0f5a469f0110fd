import { queryOptions } from '@tanstack/react-query';
import type { LineAt } from '../evidence/show.ts';
import type { Week } from '../overview/WeekCharts.tsx';
import { dateInWords } from '../shared/dates.ts';
import { quadOfType } from '../shared/terms.ts';
import { DAY, daysBetween, intervalOf, isoDay } from '../time/interval.ts';
import { mondayOf } from '../time/ticks.ts';
import { isContested } from '../timeline/contested.ts';
import { type ArticleLine, ask, type ClaimLine, type ConditionLine, type TimelineEntry } from './client.ts';

export interface Overview {
  readonly asOf: string | undefined;
  readonly lastMeeting: (LineAt & { readonly days: number }) | null;
  readonly weeks: readonly Week[];
  readonly conditions: readonly (ConditionLine & { readonly confirmed: string | undefined })[];
  readonly demands: readonly ClaimLine[];
  readonly contested: readonly TimelineEntry[];
  readonly articles: readonly ArticleLine[];
  readonly counts: { readonly articles: number };
}

type Page<Item> = { items: Item[]; next: string | null };

/** All that the overview shows, by one question to each list. */
export function overviewQuery(dossier: string | undefined) {
  return queryOptions({
    queryKey: ['overview', dossier],
    queryFn: async ({ signal }): Promise<Overview> => {
      const list = <Item>(path: string, filter: string) =>
        ask<Page<Item>>(`${path}?${filter}${dossier ? `&dossier=${encodeURIComponent(dossier)}` : ''}`, {
          signal,
        });
      const [timeline, conditions, demands, articles, facets] = await Promise.all([
        list<TimelineEntry>('/api/timeline', 'limit=500'),
        list<ConditionLine>('/api/conditions', 'status=stands&status=disputed&limit=100'),
        list<ClaimLine>('/api/claims', 'stance=demands&stance=threatens&limit=60'),
        list<ArticleLine>('/api/articles', 'limit=8'),
        ask<{ articles: number }>('/api/facets', { signal }),
      ]);
      return overviewOf(timeline.items, conditions.items, demands.items, articles.items, facets.articles);
    },
  });
}

function overviewOf(
  entries: readonly TimelineEntry[],
  conditions: readonly ConditionLine[],
  demands: readonly ClaimLine[],
  articles: readonly ArticleLine[],
  count: number,
): Overview {
  const weeks = new Map<number, { meetings: number; incidents: number; killed: number }>();
  let lastMeeting: Overview['lastMeeting'] = null;
  let latest = 0;
  for (const entry of entries) {
    const when = intervalOf(entry.date);
    const first = entry.tellings[0];
    if (!when || !first || when.end - when.start > 7 * DAY) continue;
    const status = first.event.status;
    if (status === 'planned' || status === 'threatened' || status === 'conditional') continue;
    const week = weeks.get(mondayOf(when.start)) ?? { meetings: 0, incidents: 0, killed: 0 };
    weeks.set(mondayOf(when.start), week);
    if (entry.type === 'CONSULT' && status === 'reported') {
      week.meetings++;
      if (when.start > latest && when.start <= Date.now()) {
        latest = when.start;
        lastMeeting = {
          article: first.article.id,
          line: first.event.id,
          days: daysBetween(when.start, Date.now()),
        };
      }
    } else if (quadOfType(entry.type) === 'material-conflict') week.incidents++;
    week.killed += Math.max(
      ...entry.tellings.map(({ event }) => event.killed.reduce((sum, one) => sum + one.count, 0)),
    );
  }
  const mondays = [...weeks.keys()].sort((a, b) => a - b);
  const [first, last] = [mondays[0] ?? 0, mondays.at(-1) ?? -1];
  const all: Week[] = [];
  for (let at = Math.max(first, last - 155 * 7 * DAY); at <= last; at += 7 * DAY) {
    all.push({ week: isoDay(at), ...(weeks.get(at) ?? { meetings: 0, incidents: 0, killed: 0 }) });
  }
  return {
    asOf: articles[0]?.published && dateInWords(articles[0].published),
    lastMeeting,
    weeks: all,
    conditions: oncePerThing(conditions),
    demands: [...demands].sort(
      (a, b) => Number(b.claim.deadline !== undefined) - Number(a.claim.deadline !== undefined),
    ),
    contested: entries.filter(isContested),
    articles,
    counts: { articles: count },
  };
}

/** One line for what several articles tell of the same kind on the same thing: the first, with the last day it was told. */
function oncePerThing(lines: readonly ConditionLine[]): Overview['conditions'] {
  const things = new Map<string, ConditionLine & { confirmed: string | undefined }>();
  const since = ({ condition }: ConditionLine) => condition.since ?? '9';
  for (const line of [...lines].sort((a, b) => since(a).localeCompare(since(b)))) {
    const { kind, on, id } = line.condition;
    const key = `${kind} ${(on.thing ?? on.place ?? on.actor ?? id).toLowerCase()}`;
    const told = line.condition.asOf ?? line.article.published;
    const known = things.get(key);
    if (!known) things.set(key, { ...line, confirmed: told });
    else if (told !== undefined && told > (known.confirmed ?? '')) known.confirmed = told;
  }
  return [...things.values()];
}
