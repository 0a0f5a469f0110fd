import { z } from 'zod';
import { ActorKind } from '../../model/index.ts';
import { route } from '../route.ts';
import { ActorLine, pageOf } from '../schemas/lines.ts';
import { paging, scope, text } from '../schemas/query.ts';

export const listActors = route({
  path: '/api/actors',
  name: 'listActors',
  tag: 'actors',
  summary: 'List actors over all articles, those in most articles first',
  query: z.object({
    ...scope,
    name: text('Part of the name, in any case'),
    kind: ActorKind.optional(),
    country: text('ISO 3166-1 alpha-3'),
    ...paging,
  }),
  answer: pageOf('ActorPage', ActorLine),
  handle: ({ query: { limit, cursor, ...filter } }, store) =>
    store.listActors(filter, { limit, ...(cursor && { cursor }) }),
});
