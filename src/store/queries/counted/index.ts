import { sql } from 'kysely';
import type { Tx } from '../../tables.ts';
import { addCountedClaims, removeCountedClaims } from './counted-claims.ts';
import { addCountedConditions, removeCountedConditions } from './counted-conditions.ts';
import { addCountedEvents, removeCountedEvents } from './counted-events.ts';

/**
 * What views count, kept beside the lines as these come and go: few bytes a line, so that counting all of a large store
 * takes a fraction of the time.
 */

/** One writer at a time counts: two would each miss what the other has written and not yet committed. */
export async function lockCounts(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7362515)`.execute(tx);
}

/** Told after the lines of articles were written. */
export async function addCounted(tx: Tx, articleIds: readonly string[]): Promise<void> {
  await addCountedEvents(tx, articleIds);
  await addCountedClaims(tx, articleIds);
  await addCountedConditions(tx, articleIds);
}

/** Told before the lines of articles are removed. */
export async function removeCounted(tx: Tx, articleIds: readonly string[]): Promise<void> {
  await removeCountedEvents(tx, articleIds);
  await removeCountedClaims(tx, articleIds);
  await removeCountedConditions(tx, articleIds);
}

/** Counts the lines that a store had before it counted so. */
export async function fillCounted(tx: Tx): Promise<void> {
  await addCountedEvents(tx, 'all');
  await addCountedClaims(tx, 'all');
  await addCountedConditions(tx, 'all');
}
