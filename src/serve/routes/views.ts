import { z } from 'zod';
import { TrucelineError } from '../../model/index.ts';
import type { EventLine } from '../../store/index.ts';
import { route } from '../route.ts';
import { anyOf, dateRange, scope, text, words } from '../schemas/query.ts';
import { DensityList, Found, Marks, Network, Overview, Sides } from '../schemas/views.ts';
import { casualtiesOf, sidesOf } from '../sides.ts';

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
  summary: 'How many events of each quad class in each day, week or month',
  query: z.object({ ...scope, ...dateRange, by: z.enum(['day', 'week', 'month']).default('week') }),
  answer: DensityList,
  handle: async ({ query }, store) => ({ items: await store.views.density(query) }),
});

const line = words.refine((given) => /^[^/]+\/./.test(given), { message: 'must be articleId/lineId' });

export const getSides = route({
  path: '/api/sides',
  name: 'getSides',
  tag: 'views',
  summary:
    'Claims side by side, a column for each party: about events or conditions, on a topic, or with certain words',
  query: z.object({
    about: anyOf(line).meta({ description: 'Lines as articleId/lineId: all tellings of an event, say' }),
    topic: text('Topic, whole, in any case'),
    text: text('Words that the sentence contains'),
    ...scope,
    ...dateRange,
  }),
  answer: Sides,
  handle: async ({ query: { about, ...filter } }, store) => {
    if (about === undefined && filter.topic === undefined && filter.text === undefined)
      throw new TrucelineError('E_QUERY', { detail: 'say what the claims are about: about, topic or text' });
    if (about === undefined) {
      const { items } = await store.listClaims(filter, { limit: 300 });
      return { columns: sidesOf(items), casualties: [] };
    }
    const lines = about.map((one) => {
      const cut = one.indexOf('/');
      return { articleId: one.slice(0, cut), lineId: one.slice(cut + 1) };
    });
    const claims = await store.views.claimsAbout(lines);
    const tellings: EventLine[] = [];
    for (const { articleId, lineId } of lines) {
      const { items } = await store.listEvents({ articleId }, { limit: 500 });
      tellings.push(...items.filter(({ event }) => event.id === lineId));
    }
    return { columns: sidesOf(claims), casualties: casualtiesOf(tellings) };
  },
});

const FIRST = 5;

export const findAll = route({
  path: '/api/find',
  name: 'findAll',
  tag: 'search',
  summary: 'The first finds in articles, events, claims, conditions and actors at once',
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
      store.searchArticles(q, filter, paging),
      store.listEvents({ ...filter, text: q }, paging),
      store.listClaims({ ...filter, text: q }, paging),
      store.listConditions({ ...filter, text: q }, paging),
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
