import type { Known } from '../store.ts';
import type { Db, Tx } from '../tables.ts';

export async function knownArticles(
  db: Db | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'hash', 'title', 'given', 'superseded_by'])
    .where('id', 'in', ids)
    .execute();
  return new Map(
    rows.map(({ id, hash, title, given, superseded_by }) => [
      id,
      { id, hash, title, given: given as unknown as Known['given'], isSuperseded: superseded_by !== null },
    ]),
  );
}
