import { z } from 'zod';
import { Condition, ConditionKind } from '../../model/index.ts';
import { route } from '../route.ts';
import { ConditionLine, pageOf } from '../schemas/lines.ts';
import { anyOf, lineFilter, order, paging } from '../schemas/query.ts';

export const listConditions = route({
  path: '/api/conditions',
  name: 'listConditions',
  tag: 'conditions',
  summary: 'List standing conditions: blockades, ceasefires, outages and the like',
  query: z.object({
    kind: anyOf(ConditionKind).meta({ description: 'Kinds' }),
    status: anyOf(Condition.shape.status).meta({ description: 'Statuses' }),
    ...lineFilter,
    order,
    ...paging,
  }),
  answer: pageOf('ConditionPage', ConditionLine),
  handle: ({ query: { limit, cursor, order, ...filter } }, store) =>
    store.listConditions(filter, { limit, order, ...(cursor && { cursor }) }),
});
