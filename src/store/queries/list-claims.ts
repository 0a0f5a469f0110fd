import { sql } from 'kysely';
import type { Claim } from '../../model/index.ts';
import type { ClaimFilter, ClaimLine, PageOf, Paging } from '../store.ts';
import type { Db } from '../tables.ts';
import { nameKey } from '../text.ts';
import { hasParty, isOneOf, listLines } from './lines.ts';

export async function listClaims(
  db: Db,
  filter: ClaimFilter = {},
  paging: Paging = {},
): Promise<PageOf<ClaimLine>> {
  const where = [];
  if (filter.stance !== undefined) where.push(isOneOf('line.stance', filter.stance));
  if (filter.quoted !== undefined) where.push(sql<boolean>`line.quoted = ${filter.quoted}`);
  if (filter.topic !== undefined)
    where.push(sql<boolean>`line.topics @> array[${nameKey(filter.topic)}]::text[]`);
  if (filter.speaker !== undefined) {
    const key = nameKey(filter.speaker);
    // The index finds the lines with that party; the name itself tells speaker from addressee.
    where.push(hasParty(key), sql<boolean>`lower(line.speaker) = ${key}`);
  }
  const { items, next } = await listLines<Claim>(db, 'claims', filter, paging, where);
  return { items: items.map(({ body, ...rest }) => ({ ...rest, claim: body })), next };
}
