import { sql } from 'kysely';
import type { Claim, Event } from '../../../model/index.ts';
import { keyOfCursor, pageOf } from '../../cursor.ts';
import type { TieFilter } from '../../desk-views.ts';
import type { ActorRef, ClaimLine, EventLine, PageOf, Paging } from '../../store.ts';
import type { Db } from '../../tables.ts';
import { nameKey } from '../../text.ts';
import { type TieKind, tellOfClaim, tellOfEvent } from '../../ties.ts';
import { checkRange, inScope } from '../article-lines.ts';
import { listLines } from '../lines.ts';

/** Articles a page; one has some few lines. */
const ARTICLES = 20;

/** The events and claims behind a tie of two names, whichever of them begins; newest articles first. */
export async function tieLines(
  db: Db,
  { one, other, kind, ...filter }: TieFilter,
  paging: Omit<Paging, 'order' | 'limit'> = {},
): Promise<PageOf<EventLine | ClaimLine>> {
  checkRange(filter);
  const keys = [nameKey(one), nameKey(other)];
  const where = [sql`from_key = any(${keys}::text[]) and to_key = any(${keys}::text[])`];
  where.push(kind === 'conflict' ? sql`conflict > 0` : sql`cooperation > 0`);
  const scope = inScope(filter, sql`article_id`);
  if (scope !== null) where.push(scope);
  if (filter.since !== undefined) where.push(sql`day >= ${filter.since}`);
  if (filter.until !== undefined) where.push(sql`day <= ${filter.until}`);
  if (paging.cursor) {
    const [day, id] = keyOfCursor(paging.cursor, ['string', 'string']);
    where.push(sql`(coalesce(day, ''), article_id) < (${day}, ${id})`);
  }
  const { rows } = await sql<{
    day: string;
    id: string;
  }>`select distinct coalesce(day, '') as day, article_id as id
    from ties where ${sql.join(where, sql` and `)} order by 1 desc, 2 desc limit ${ARTICLES + 1}`.execute(db);
  const page = pageOf(
    rows,
    ARTICLES,
    ({ id }) => id,
    ({ day, id }) => [day, id],
  );
  const isIn = sql<boolean>`line.article_id = any(${[...page.items]}::text[])`;
  const all = { limit: 500 };
  const events = await listLines<Event>(db, 'events', {}, all, [isIn]);
  const claims = await listLines<Claim>(db, 'claims', {}, all, [isIn]);
  const makes = (actors: readonly ActorRef[], tell: (tie: Parameters<typeof tellOfEvent>[1]) => void) => {
    const named = new Map(actors.map((actor) => [actor.id, nameKey(actor.name)]));
    let found = false;
    tell((from: string, to: string, is: TieKind) => {
      const ends = [named.get(from), named.get(to)];
      if (is === kind && keys[0] !== keys[1] && keys.every((key) => ends.includes(key))) found = true;
    });
    return found;
  };
  const items = [
    ...events.items
      .filter(({ actors, body }) => makes(actors, (tie) => tellOfEvent(body, tie)))
      .map(({ body, ...rest }): EventLine => ({ ...rest, event: body })),
    ...claims.items
      .filter(({ actors, body }) => makes(actors, (tie) => tellOfClaim(body, tie)))
      .map(({ body, ...rest }): ClaimLine => ({ ...rest, claim: body })),
  ];
  const order = new Map(page.items.map((id, nr) => [id, nr]));
  items.sort((a, b) => (order.get(a.article.id) ?? 0) - (order.get(b.article.id) ?? 0));
  return { items, next: page.next };
}
