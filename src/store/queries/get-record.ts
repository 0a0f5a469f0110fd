import { sql } from 'kysely';
import { type ArticleRecord, TrucelineError } from '../../model/index.ts';
import type { Db } from '../tables.ts';

/** Throws E_NO_ARTICLE. */
export async function getRecord(db: Db, id: string): Promise<ArticleRecord> {
  const row = await db
    .selectFrom('articles')
    .select(sql<string>`record::text`.as('record'))
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new TrucelineError('E_NO_ARTICLE', { id });
  // Written from a checked record.
  return JSON.parse(row.record) as ArticleRecord;
}
