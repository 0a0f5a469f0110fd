import { z } from 'zod';
import { route } from '../route.ts';
import { Facets } from '../schemas/lines.ts';
import { scope } from '../schemas/query.ts';

export const getFacets = route({
  path: '/api/facets',
  name: 'getFacets',
  tag: 'search',
  summary: 'How many there are of what: for the heads of lists and the choices of filters',
  query: z.object(scope),
  answer: Facets,
  handle: ({ query }, store) => store.facets(query),
});
