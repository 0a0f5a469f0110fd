import { route } from '../route.ts';
import { Facets } from '../schemas/lines.ts';

export const getFacets = route({
  path: '/api/facets',
  name: 'getFacets',
  tag: 'search',
  summary: 'How many there are of what: for the heads of lists and the choices of filters',
  answer: Facets,
  handle: (_, store) => store.facets(),
});
