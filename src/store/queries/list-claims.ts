import { sql } from 'kysely';
import type { Claim } from '../../model/index.ts';
import type { ClaimFilter, ClaimLine, PageOf, Paging } from '../store.ts';
import type { Db } from '../tables.ts';
import { nameKey } from '../text.ts';
import { hasParty, isOneOf, listLines } from './lines.ts';

type Condition = ReturnType<typeof sql<boolean>>;

/** `more` are conditions over the alias `line` besides the filter's. */
export async function listClaims(
  db: Db,
  filter: ClaimFilter = {},
  paging: Paging = {},
  more: readonly Condition[] = [],
): Promise<PageOf<ClaimLine>> {
  const where = [...claimConditions(filter), ...more];
  const { items, next } = await listLines<Claim>(db, 'claims', filter, paging, where);
  return { items: items.map(({ body, ...rest }) => ({ ...rest, claim: body })), next };
}

/** What a filter asks of the columns that only claims have, as SQL over the alias `line`. */
export function claimConditions(filter: ClaimFilter): Condition[] {
  const where: Condition[] = [];
  if (filter.stance !== undefined) where.push(isOneOf('line.stance', filter.stance));
  if (filter.quoted !== undefined) where.push(sql<boolean>`line.quoted = ${filter.quoted}`);
  if (filter.topic !== undefined)
    where.push(sql<boolean>`line.topics @> array[${nameKey(filter.topic)}]::text[]`);
  if (filter.speaker !== undefined) {
    const key = nameKey(filter.speaker);
    // The index finds the lines with that party; the name itself tells speaker from addressee.
    where.push(hasParty(key), sql<boolean>`lower(line.speaker) = ${key}`);
  }
  if (filter.about !== undefined) where.push(isAbout(filter.about));
  if (filter.kind !== undefined) {
    where.push(sql<boolean>`exists (select from conditions as told where told.article_id = line.article_id
      and told.kind = ${filter.kind} and not told.hidden and ${tellsOf(sql`told`)})`);
  }
  return where;
}

function isAbout(lines: NonNullable<ClaimFilter['about']>): Condition {
  const articles = lines.map((line) => line.slice(0, line.indexOf('/')));
  const ids = lines.map((line) => line.slice(line.indexOf('/') + 1));
  const wanted = sql`unnest(${articles}::text[], ${ids}::text[]) as wanted (article_id, id)`;
  const told = (table: string) =>
    sql`select wanted.article_id, wanted.id, told.sentence from ${wanted} join ${sql.table(table)} as told using (article_id, id)`;
  return sql<boolean>`line.article_id = any(${articles}::text[]) and exists (
    select from (${told('events')} union all ${told('conditions')}) as told
    where told.article_id = line.article_id and ${tellsOf(sql`told`)})`;
}

/** Does the claim name the line, or stand in its sentence? */
function tellsOf(told: ReturnType<typeof sql>) {
  return sql<boolean>`(${told}.sentence = line.sentence
    or jsonb_exists((line.body -> 'about')::jsonb, ${told}.id))`;
}
