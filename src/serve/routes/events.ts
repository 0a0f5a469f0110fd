import { z } from 'zod';
import { EventStatus, PloverType, Quad } from '../../model/index.ts';
import { LANES } from '../../store/index.ts';
import { route } from '../route.ts';
import { EventLine, pageOf } from '../schemas/lines.ts';
import { anyOf, country, lineFilter, order, paging, text } from '../schemas/query.ts';

/** What events can be filtered by; the timeline takes the same. */
export const eventFilter = {
  type: anyOf(PloverType).meta({ description: 'Event types of PLOVER' }),
  status: anyOf(EventStatus).meta({ description: 'Statuses' }),
  quad: anyOf(Quad).meta({ description: 'Quad classes' }),
  place: text('Name of the place, or part of it'),
  at: text('Name of the place, whole, in any case'),
  lane: z
    .enum(LANES)
    .optional()
    .meta({ description: 'Lane of the timeline; third parties are those of no country in `sides`' }),
  sides: anyOf(country).meta({ description: 'Countries of the sides, ISO 3166-1 alpha-3; for `lane`' }),
  exact: z
    .stringbool()
    .optional()
    .meta({ description: 'Only events of which one day is known, or only others' }),
  casualties: z
    .stringbool()
    .optional()
    .meta({ description: 'Only events with dead or injured, or only others' }),
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
