import { z } from 'zod';
import { Stance } from '../../model/index.ts';
import { route } from '../route.ts';
import { ClaimLine, pageOf } from '../schemas/lines.ts';
import { anyOf, lineFilter, order, paging, text } from '../schemas/query.ts';

export const listClaims = route({
  path: '/api/claims',
  name: 'listClaims',
  tag: 'claims',
  summary: 'List claims: who says, accuses, denies, demands what',
  query: z.object({
    stance: anyOf(Stance).meta({ description: 'Stances' }),
    speaker: text('Name of the speaker, whole, in any case'),
    quoted: z.stringbool().optional().meta({ description: 'Only claims in quotation marks, or only others' }),
    topic: text('Topic, whole, in any case'),
    ...lineFilter,
    order,
    ...paging,
  }),
  answer: pageOf('ClaimPage', ClaimLine),
  handle: ({ query: { limit, cursor, order, ...filter } }, store) =>
    store.listClaims(filter, { limit, order, ...(cursor && { cursor }) }),
});
