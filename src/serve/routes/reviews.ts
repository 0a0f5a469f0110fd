import { z } from 'zod';
import type { Change as StoreChange, Decision as StoreDecision } from '../../store/index.ts';
import { LOCAL_PERSON } from '../context.ts';
import type { LiveUpdates } from '../live.ts';
import { route, withoutGaps } from '../route.ts';
import { pageOf } from '../schemas/lines.ts';
import { id, paging, scope, text } from '../schemas/query.ts';
import { Change, Decision, LineTable, QueueItem, Verdict } from '../schemas/reviews.ts';

function told(change: StoreChange, live: LiveUpdates): StoreChange {
  const { table, articleId, lineId, who } = change;
  live.publish('review', { table, articleId, lineId, who });
  return change;
}

export const getReviewQueue = route({
  path: '/api/reviews/queue',
  name: 'getReviewQueue',
  tag: 'review',
  summary: 'Lines that nobody has decided about, most important and doubtful first',
  query: z.object({ ...scope, table: LineTable.optional(), ...paging }),
  answer: pageOf('QueuePage', QueueItem),
  handle: ({ query: { limit, cursor, ...filter } }, store) =>
    store.reviews.queue(filter, { limit, ...(cursor && { cursor }) }),
});

export const decide = route({
  path: '/api/reviews',
  name: 'decide',
  tag: 'review',
  summary: 'Confirm, correct, reject, merge or reopen a line, or note something about it',
  description:
    'Every decision is kept. What a person decided stays when the article is read again, and follows it to a newer page of its address.',
  method: 'post',
  body: Decision,
  answer: Change,
  mayBeMissing: true,
  conflict:
    'Another person has decided about the line after what was `seen`; nothing was written. `latest` tells who and when: look at it, then decide again with its id as `seen`',
  handle: async ({ body }, store, { person, live }) => {
    const { changes, ...decision } = body;
    // Keys without a value are gone, which the store's type asks for.
    const given = { ...decision, ...(changes && { changes: withoutGaps(changes) }) } as StoreDecision;
    return told(await store.reviews.decide(given, person ?? LOCAL_PERSON), live);
  },
});

export const undoChange = route({
  path: '/api/reviews/{id}/undo',
  name: 'undoChange',
  tag: 'review',
  summary: 'Take back the latest decision about a line; an undo can be taken back too',
  method: 'post',
  params: z.object({
    id: z.coerce
      .number()
      .int()
      .positive()
      .max(2 ** 31 - 1),
  }),
  answer: Change,
  mayBeMissing: true,
  conflict: 'There is a later decision about the line, `latest`; nothing was taken back',
  handle: async ({ params }, store, { person, live }) =>
    told(await store.reviews.undo(params.id, person ?? LOCAL_PERSON), live),
});

export const listChanges = route({
  path: '/api/changes',
  name: 'listChanges',
  tag: 'review',
  summary: 'All decisions, latest first',
  query: z.object({
    articleId: text('Only about lines of this article'),
    lineId: text('Only about this line'),
    who: text('Only of this person'),
    ...paging,
  }),
  answer: pageOf('ChangePage', Change),
  handle: ({ query: { limit, cursor, ...filter } }, store) =>
    store.reviews.changes(filter, { limit, ...(cursor && { cursor }) }),
});

export const listVerdicts = route({
  path: '/api/articles/{id}/verdicts',
  name: 'listVerdicts',
  tag: 'review',
  summary: 'What people decided about the lines of an article, rejected and merged ones included',
  params: z.object({ id }),
  answer: z.object({ items: z.array(Verdict) }).meta({ id: 'VerdictList' }),
  handle: async ({ params }, store) => ({ items: await store.reviews.verdicts(params.id) }),
});
