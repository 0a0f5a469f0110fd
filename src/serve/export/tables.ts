import type { z } from 'zod';
import type { PageOf, Store } from '../../store/index.ts';
import { withoutGaps } from '../route.ts';
import { listActors } from '../routes/actors.ts';
import { listArticles } from '../routes/articles.ts';
import { listClaims } from '../routes/claims.ts';
import { listConditions } from '../routes/conditions.ts';
import { listEvents } from '../routes/events.ts';
import { listChanges } from '../routes/reviews.ts';
import {
  ACTOR_COLUMNS,
  ARTICLE_COLUMNS,
  CHANGE_COLUMNS,
  CLAIM_COLUMNS,
  CONDITION_COLUMNS,
  type Columns,
  EVENT_COLUMNS,
  headOfCsv,
  lineOfCsv,
} from './index.ts';

interface Table {
  /** The filters of the table's list, without paging. */
  readonly query: z.ZodObject;
  readonly rows: (store: Store, filter: object, format: Format) => AsyncGenerator<string>;
}

export const FORMATS = ['csv', 'json', 'jsonl'] as const;
export type Format = (typeof FORMATS)[number];

/** Rows read at a time. */
const PAGE = 250;

function table<Item>(
  query: z.ZodObject | undefined,
  columns: Columns<Item>,
  list: (
    store: Store,
    filter: object,
    paging: { limit: number; cursor: string | null },
  ) => Promise<PageOf<Item>>,
): Table {
  if (!query) throw new Error('a table without a query');
  return {
    query: query.omit({ limit: true, cursor: true }),
    async *rows(store, filter, format) {
      if (format === 'csv') yield headOfCsv(columns);
      if (format === 'json') yield '[';
      let cursor: string | null = null;
      let isFirst = true;
      do {
        const page: PageOf<Item> = await list(store, withoutGaps(filter), { limit: PAGE, cursor });
        let text = '';
        for (const item of page.items) {
          if (format === 'csv') text += lineOfCsv(item, columns);
          else if (format === 'jsonl') text += `${JSON.stringify(item)}\n`;
          else text += `${isFirst ? '\n' : ',\n'}${JSON.stringify(item)}`;
          isFirst = false;
        }
        yield text;
        cursor = page.next;
      } while (cursor !== null);
      if (format === 'json') yield '\n]\n';
    },
  };
}

/** Every table that can be written out, under the filters of its list. */
export const EXPORTS: { readonly [name: string]: Table } = {
  articles: table(listArticles.query, ARTICLE_COLUMNS, (store, filter, paging) => {
    const { order, ...rest } = filter as { order?: 'newest' };
    return store.listArticles(rest, { ...paging, ...(order && { order }) });
  }),
  events: table(listEvents.query, EVENT_COLUMNS, (store, filter, paging) => {
    const { order, ...rest } = filter as { order?: 'newest' };
    return store.listEvents(rest, { ...paging, ...(order && { order }) });
  }),
  claims: table(listClaims.query, CLAIM_COLUMNS, (store, filter, paging) => {
    const { order, ...rest } = filter as { order?: 'newest' };
    return store.listClaims(rest, { ...paging, ...(order && { order }) });
  }),
  conditions: table(listConditions.query, CONDITION_COLUMNS, (store, filter, paging) => {
    const { order, ...rest } = filter as { order?: 'newest' };
    return store.listConditions(rest, { ...paging, ...(order && { order }) });
  }),
  actors: table(listActors.query, ACTOR_COLUMNS, (store, filter, paging) => store.listActors(filter, paging)),
  changes: table(listChanges.query, CHANGE_COLUMNS, (store, filter, paging) =>
    store.reviews.changes(filter, paging),
  ),
};
