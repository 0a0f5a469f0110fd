import { z } from 'zod';
import { ArticleRecord } from '../../model/index.ts';
import { route } from '../route.ts';
import { ArticleLine, pageOf } from '../schemas/lines.ts';
import { dateRange, id, paging, scope, text } from '../schemas/query.ts';

export const listArticles = route({
  path: '/api/articles',
  name: 'listArticles',
  tag: 'articles',
  summary: 'List articles',
  query: z.object({
    q: text('Words of the title or the text, as a search takes them; the list keeps its order'),
    ...scope,
    ...dateRange,
    language: text('ISO 639'),
    outlet: text('Name of the outlet, whole'),
    order: z
      .enum(['newest', 'oldest', 'added'])
      .default('newest')
      .meta({ description: 'By date of publication, or `added`: latest addition first' }),
    ...paging,
  }),
  answer: pageOf('ArticlePage', ArticleLine),
  handle: ({ query: { limit, cursor, order, ...filter } }, store) =>
    store.listArticles(filter, { limit, order, ...(cursor && { cursor }) }),
});

export const getRecord = route({
  path: '/api/articles/{id}',
  name: 'getRecord',
  tag: 'articles',
  summary: 'The whole record of an article',
  description: 'The same object as `truceline read --json` prints.',
  params: z.object({ id }),
  answer: ArticleRecord,
  mayBeMissing: true,
  handle: ({ params }, store) => store.getRecord(params.id),
});
