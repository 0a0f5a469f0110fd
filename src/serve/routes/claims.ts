import { z } from 'zod';
import { ConditionKind, Stance } from '../../model/index.ts';
import { route } from '../route.ts';
import { ClaimLine, pageOf } from '../schemas/lines.ts';
import { anyOf, lineFilter, order, paging, text, words } from '../schemas/query.ts';

const lineAt = words.refine((given) => /^[^/]+\/./.test(given), { message: 'must be articleId/lineId' });

export const claimFilter = {
  stance: anyOf(Stance).meta({ description: 'Stances' }),
  speaker: text('Name of the speaker, whole, in any case'),
  quoted: z.stringbool().optional().meta({ description: 'Only claims in quotation marks, or only others' }),
  topic: text('Topic, whole, in any case'),
  about: anyOf(lineAt).meta({
    description:
      'Events or conditions that the claim is about, as articleId/lineId: all tellings of one, say',
  }),
  kind: ConditionKind.optional().meta({ description: 'Kind of the conditions that the claim is about' }),
  ...lineFilter,
};

export const listClaims = route({
  path: '/api/claims',
  name: 'listClaims',
  tag: 'claims',
  summary: 'List claims: who says, accuses, denies, demands what',
  query: z.object({
    ...claimFilter,
    order,
    ...paging,
  }),
  answer: pageOf('ClaimPage', ClaimLine),
  handle: ({ query: { limit, cursor, order, ...filter } }, store) =>
    store.listClaims(filter, { limit, order, ...(cursor && { cursor }) }),
});
