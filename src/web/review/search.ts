import type { LineTable } from '../api/client.ts';
import { oneOf, present, textOf } from '../shared/search-params.ts';

export const TABLES: readonly LineTable[] = ['events', 'claims', 'conditions'];

/** What the address of the review can hold: which lines wait. */
export function reviewSearch(given: Record<string, unknown>) {
  return present({ dossier: textOf(given.dossier), table: oneOf(given.table, TABLES) });
}
