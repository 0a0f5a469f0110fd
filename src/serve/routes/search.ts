import { z } from 'zod';
import { route } from '../route.ts';
import { pageOf, SearchHit } from '../schemas/lines.ts';
import { dateRange, paging, scope, text, words } from '../schemas/query.ts';

export const searchArticles = route({
  path: '/api/search',
  name: 'searchArticles',
  tag: 'search',
  summary: 'Full text of titles and texts, best first',
  description:
    '`"a phrase"`, `or` and `-word` work as in web searches; `begin*` finds words that begin so. Of common words, the newest 400 articles are ranked; narrow the search down by days for others.',
  query: z.object({
    q: words.meta({ description: 'Words to look for' }),
    ...scope,
    ...dateRange,
    language: text('ISO 639'),
    outlet: text('Name of the outlet, whole'),
    ...paging,
  }),
  answer: pageOf('SearchPage', SearchHit),
  handle: ({ query: { q, limit, cursor, ...filter } }, store) =>
    store.searchArticles(q, filter, { limit, ...(cursor && { cursor }) }),
});
