import { sql } from 'kysely';
import type { Tx } from '../tables.ts';

/** Bytes to which no article and no failure points any more; only these `hashes` are looked at. */
export async function dropUnusedPages(tx: Tx, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  await sql`delete from pages where hash = any(${hashes}::text[])
    and not exists (select from articles where articles.hash = pages.hash)
    and not exists (select from failures where failures.hash = pages.hash)`.execute(tx);
}
