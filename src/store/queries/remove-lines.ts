import type { Tx } from '../tables.ts';
import { subtractFromTotals } from './actor-totals.ts';
import { lockCounts, removeCounted } from './counted/index.ts';
import { subtractFromFacets } from './facet-totals.ts';

/** Removes the lines of these articles from all tables of lines, and the articles from their dossiers. */
export async function removeLines(tx: Tx, articleIds: readonly string[]): Promise<void> {
  if (articleIds.length === 0) return;
  await lockCounts(tx);
  await removeCounted(tx, articleIds);
  await subtractFromTotals(tx, articleIds);
  await subtractFromFacets(tx, articleIds);
  for (const table of ['actors', 'events', 'claims', 'conditions', 'ties', 'dossier_articles'] as const) {
    await tx.deleteFrom(table).where('article_id', 'in', articleIds).execute();
  }
}
