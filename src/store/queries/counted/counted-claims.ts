import { sql } from 'kysely';
import type { Tx } from '../../tables.ts';

/** Told after the lines of articles were written. */
export async function addCountedClaims(tx: Tx, articleIds: readonly string[] | 'all'): Promise<void> {
  const among = articleIds === 'all' ? sql`` : sql`and article_id = any(${[...articleIds]}::text[])`;
  await sql`insert into counted_claims (article_id, nr, day_down, first_day, last_day, stance, speaker, topics, about)
    select article_id, nr, day_down, first_day, last_day, stance, lower(speaker), topics,
      array(select json_array_elements_text(body -> 'about'))
    from claims where not hidden ${among}`.execute(tx);
}

/** Told before the lines of articles are removed. */
export async function removeCountedClaims(tx: Tx, articleIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('counted_claims').where('article_id', 'in', articleIds).execute();
}
