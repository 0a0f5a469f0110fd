import { z } from 'zod';
import { route } from '../route.ts';
import { pageOf, TimelineEntry } from '../schemas/lines.ts';
import { order, paging } from '../schemas/query.ts';
import { timelinePage } from '../timeline.ts';
import { eventFilter } from './events.ts';

export const getTimeline = route({
  path: '/api/timeline',
  name: 'getTimeline',
  tag: 'events',
  summary: 'One timeline of all events, what several articles tell put together',
  description:
    'A page ends with a day, so it may hold more than `limit` lines. Nothing that the articles differ on is settled: each telling keeps its status, numbers and sentence.',
  query: z.object({ ...eventFilter, order, ...paging }),
  answer: pageOf('TimelinePage', TimelineEntry),
  handle: ({ query: { limit, cursor, order, ...filter } }, store) =>
    timelinePage(store, filter, { limit, order, ...(cursor && { cursor }) }),
});
