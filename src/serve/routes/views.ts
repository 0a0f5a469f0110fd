import { z } from 'zod';
import type { EventLine } from '../../store/index.ts';
import { casualtiesOf } from '../casualties.ts';
import { route } from '../route.ts';
import { dateRange, paging, scope, text, words } from '../schemas/query.ts';
import {
  ConditionSpans,
  DensityList,
  Found,
  Marks,
  Network,
  Overview,
  PlaceList,
  Roles,
  Sides,
  Subjects,
  TieLines,
} from '../schemas/views.ts';
import { entriesOf } from '../timeline.ts';
import { claimFilter } from './claims.ts';
import { eventFilter } from './events.ts';

const whole = (most: number, description: string) =>
  z.coerce.number().int().min(1).max(most).optional().meta({ description });

export const getOverview = route({
  path: '/api/overview',
  name: 'getOverview',
  tag: 'views',
  summary:
    'Where things stand: meetings, incidents and dead by week, standing conditions, open demands, the newest',
  query: z.object({
    ...scope,
    asOf: z.iso.date().optional().meta({ description: 'Count from this day' }),
    weeks: whole(520, 'How many weeks back; 52 where not given'),
  }),
  answer: Overview,
  handle: ({ query }, store) => store.views.overview(query),
});

export const getNetwork = route({
  path: '/api/network',
  name: 'getNetwork',
  tag: 'views',
  summary: 'Who speaks or acts with or against whom, the strongest ties first',
  query: z.object({
    ...scope,
    ...dateRange,
    actor: text('Ties of this actor only, by its name'),
    limit: whole(500, 'How many ties; 80 where not given'),
  }),
  answer: Network,
  handle: ({ query }, store) => store.views.network(query),
});

export const getMarks = route({
  path: '/api/marks',
  name: 'getMarks',
  tag: 'views',
  summary: 'Events in as few bytes as a timeline or a map of thousands needs, by first day',
  query: z.object({
    ...scope,
    ...dateRange,
    placed: z.stringbool().optional().meta({ description: 'Only those with coordinates' }),
    limit: whole(5000, 'How many; 2000 where not given'),
  }),
  answer: Marks,
  handle: ({ query }, store) => store.views.marks(query),
});

export const getDensity = route({
  path: '/api/density',
  name: 'getDensity',
  tag: 'views',
  summary: 'How many lines of events of each lane and quad class in each day, week or month',
  query: z.object({ ...eventFilter, by: z.enum(['day', 'week', 'month']).default('week') }),
  answer: DensityList,
  handle: async ({ query }, store) => ({ items: await store.views.density(query) }),
});

export const getPlaces = route({
  path: '/api/places',
  name: 'getPlaces',
  tag: 'views',
  summary: 'What happened where: events and dead by place, most first',
  query: z.object(eventFilter),
  answer: PlaceList,
  handle: ({ query }, store) => store.views.places(query),
});

export const getConditionSpans = route({
  path: '/api/condition-spans',
  name: 'getConditionSpans',
  tag: 'views',
  summary: 'From when to when conditions stood, the most spoken of first',
  query: z.object(scope),
  answer: ConditionSpans,
  handle: ({ query }, store) => store.views.conditionSpans(query),
});

export const getSides = route({
  path: '/api/sides',
  name: 'getSides',
  tag: 'views',
  summary: 'Claims side by side, a column for each party; all are counted, the newest shown',
  query: z.object({
    ...claimFilter,
    column: text('Only this column, by its key'),
    limit: whole(200, 'Claims shown in each column; 20 where not given'),
  }),
  answer: Sides,
  handle: async ({ query }, store) => {
    const tellings: EventLine[] = [];
    for (const line of query.about ?? []) {
      const cut = line.indexOf('/');
      const { items } = await store.listEvents({ articleId: line.slice(0, cut) }, { limit: 500 });
      tellings.push(...items.filter(({ event }) => event.id === line.slice(cut + 1)));
    }
    return { ...(await store.views.sides(query)), casualties: casualtiesOf(tellings) };
  },
});

export const getSubjects = route({
  path: '/api/subjects',
  name: 'getSubjects',
  tag: 'views',
  summary: 'What claims can be about: topics, kinds of conditions, events of the newest claims',
  query: z.object(scope),
  answer: Subjects,
  handle: async ({ query }, store) => {
    const { events, ...rest } = await store.views.subjects(query);
    const claims = new Map(events.map(({ line, claims: count }) => [line, count]));
    const entries = entriesOf(events.map(({ line }) => line));
    return {
      ...rest,
      events: entries.map((entry) => ({
        entry,
        claims: entry.tellings.reduce((sum, line) => sum + (claims.get(line) ?? 0), 0),
      })),
    };
  },
});

export const listRoles = route({
  path: '/api/roles',
  name: 'listRoles',
  tag: 'views',
  summary: 'The roles of a person or party and whom they belong to, as articles give them over time',
  query: z.object({ ...scope, name: words.meta({ description: 'Name of an actor, whole' }) }),
  answer: Roles,
  handle: async ({ query }, store) => ({ items: await store.views.roles(query) }),
});

export const listTieLines = route({
  path: '/api/ties',
  name: 'listTieLines',
  tag: 'views',
  summary: 'The events and claims behind a tie of two names, newest articles first',
  query: z.object({
    ...scope,
    ...dateRange,
    one: words.meta({ description: 'Name of an actor' }),
    other: words.meta({ description: 'Name of the other' }),
    kind: z.enum(['cooperation', 'conflict']),
    ...paging,
  }),
  answer: TieLines,
  handle: ({ query: { limit: _, cursor, ...filter } }, store) =>
    store.views.tieLines(filter, cursor === undefined ? {} : { cursor }),
});

const FIRST = 5;

/** What somebody is typing: the last word may be only begun. */
function begun(words: string): string {
  return /(?:^|\s)[\p{L}\p{N}]{3,}$/u.test(words) && !words.includes('"') ? `${words}*` : words;
}

export const findAll = route({
  path: '/api/find',
  name: 'findAll',
  tag: 'search',
  summary: 'The first finds in articles, events, claims, conditions and actors at once',
  description: 'For finding while typing: of the last word its beginning will do.',
  query: z.object({ q: words.meta({ description: 'Words to look for' }), ...scope, ...dateRange }),
  answer: Found,
  handle: async ({ query: { q, ...filter } }, store) => {
    const paging = { limit: FIRST };
    const { dossier } = filter;
    const cut = <Item>({ items, next }: { items: readonly Item[]; next: string | null }) => ({
      items,
      more: next !== null,
    });
    const [articles, events, claims, conditions, actors] = await Promise.all([
      store.searchArticles(begun(q), filter, paging),
      store.listEvents({ ...filter, text: begun(q) }, paging),
      store.listClaims({ ...filter, text: begun(q) }, paging),
      store.listConditions({ ...filter, text: begun(q) }, paging),
      store.listActors({ name: q, ...(dossier !== undefined && { dossier }) }, paging),
    ]);
    return {
      articles: cut(articles),
      events: cut(events),
      claims: cut(claims),
      conditions: cut(conditions),
      actors: cut(actors),
    };
  },
});
