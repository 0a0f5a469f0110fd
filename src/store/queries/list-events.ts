import { sql } from 'kysely';
import type { Event } from '../../model/index.ts';
import type { EventFilter, EventLine, PageOf, Paging } from '../store.ts';
import type { Db } from '../tables.ts';
import type { Within } from './article-lines.ts';
import { containing, isOneOf, listLines } from './lines.ts';

export async function listEvents(
  db: Db,
  filter: EventFilter & Within = {},
  paging: Paging = {},
): Promise<PageOf<EventLine>> {
  const where = [];
  if (filter.type !== undefined) where.push(isOneOf('line.type', filter.type));
  if (filter.status !== undefined) where.push(isOneOf('line.status', filter.status));
  if (filter.quad !== undefined) where.push(isOneOf('line.quad', filter.quad));
  if (filter.place !== undefined) where.push(sql<boolean>`line.place ilike ${containing(filter.place)}`);
  const { items, next } = await listLines<Event>(db, 'events', filter, paging, where);
  return { items: items.map(({ body, ...rest }) => ({ ...rest, event: body })), next };
}
