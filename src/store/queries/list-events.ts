import type { Event } from '../../model/index.ts';
import type { EventFilter, EventLine, PageOf, Paging } from '../store.ts';
import type { Db } from '../tables.ts';
import type { Within } from './article-lines.ts';
import { eventConditions } from './event-conditions.ts';
import { listLines } from './lines.ts';

export async function listEvents(
  db: Db,
  filter: EventFilter & Within = {},
  paging: Paging = {},
): Promise<PageOf<EventLine>> {
  const { items, next } = await listLines<Event>(
    db,
    'events',
    filter,
    paging,
    await eventConditions(db, filter),
  );
  return { items: items.map(({ body, ...rest }) => ({ ...rest, event: body })), next };
}
