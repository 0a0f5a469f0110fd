import { sql } from 'kysely';
import type { Tx } from '../../tables.ts';
import { idOf, numberOfDay } from './numbers.ts';

/** Told after the lines of articles were written. */
export async function addCountedConditions(tx: Tx, articleIds: readonly string[] | 'all'): Promise<void> {
  const among = articleIds === 'all' ? sql`` : sql`and line.article_id = any(${[...articleIds]}::text[])`;
  await sql`insert into counted_conditions (article_id, nr, same, has_subject, status, first_day, last_day, is_since_told,
      told_day, told_order)
    select line.article_id, line.nr,
      ${idOf(sql`concat_ws('|', line.kind, nullif(line.subject, ''), case when line.subject = '' then line.article_id || line.id end)`)},
      line.subject <> '', line.status, ${numberOfDay(sql`line.first_day`)}, ${numberOfDay(sql`line.last_day`)},
      line.body ->> 'since' is not null, ${numberOfDay(sql`articles.last_day`)}, articles.day_down
    from conditions as line join articles on articles.id = line.article_id where not line.hidden ${among}`.execute(
    tx,
  );
}

/** Told before the lines of articles are removed. */
export async function removeCountedConditions(tx: Tx, articleIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('counted_conditions').where('article_id', 'in', articleIds).execute();
}
