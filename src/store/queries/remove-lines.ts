import type { Tx } from '../tables.ts';

/** Removes the lines of these articles from all tables of lines. */
export async function removeLines(tx: Tx, articleIds: readonly string[]): Promise<void> {
  if (articleIds.length === 0) return;
  for (const table of ['actors', 'events', 'claims', 'conditions'] as const) {
    await tx.deleteFrom(table).where('article_id', 'in', articleIds).execute();
  }
}
