import type { Condition } from '../../model/index.ts';
import type { ConditionFilter, ConditionLine, PageOf, Paging } from '../store.ts';
import type { Db } from '../tables.ts';
import { isOneOf, listLines } from './lines.ts';

export async function listConditions(
  db: Db,
  filter: ConditionFilter = {},
  paging: Paging = {},
): Promise<PageOf<ConditionLine>> {
  const where = [];
  if (filter.kind !== undefined) where.push(isOneOf('line.kind', filter.kind));
  if (filter.status !== undefined) where.push(isOneOf('line.status', filter.status));
  const { items, next } = await listLines<Condition>(db, 'conditions', filter, paging, where);
  return { items: items.map(({ body, ...rest }) => ({ ...rest, condition: body })), next };
}
