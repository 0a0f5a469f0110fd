import { z } from 'zod';
import { EventStatus, PloverType, Quad } from '../../model/index.ts';
import { route } from '../route.ts';
import { EventLine, pageOf } from '../schemas/lines.ts';
import { anyOf, lineFilter, order, paging, text } from '../schemas/query.ts';

/** What events can be filtered by; the timeline takes the same. */
export const eventFilter = {
  type: anyOf(PloverType).meta({ description: 'Event types of PLOVER' }),
  status: anyOf(EventStatus).meta({ description: 'Statuses' }),
  quad: anyOf(Quad).meta({ description: 'Quad classes' }),
  place: text('Name of the place, or part of it'),
  ...lineFilter,
};

export const listEvents = route({
  path: '/api/events',
  name: 'listEvents',
  tag: 'events',
  summary: 'List events, each as its article tells it',
  query: z.object({ ...eventFilter, order, ...paging }),
  answer: pageOf('EventPage', EventLine),
  handle: ({ query: { limit, cursor, order, ...filter } }, store) =>
    store.listEvents(filter, { limit, order, ...(cursor && { cursor }) }),
});
