import type { Db } from '../tables.ts';
import { dropUnusedPages } from './drop-unused-pages.ts';
import { removeLines } from './remove-lines.ts';

/** Removes articles with their lines and the versions they superseded, in one transaction. Returns the asked ids that were there. */
export async function removeArticles(db: Db, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  return db.transaction().execute(async (tx) => {
    const chain = await tx
      .withRecursive('chain', (query) =>
        query
          .selectFrom('articles')
          .select(['id', 'hash'])
          .where('id', 'in', ids)
          .union((again) =>
            again
              .selectFrom('articles as older')
              .innerJoin('chain', 'chain.id', 'older.superseded_by')
              .select(['older.id', 'older.hash']),
          ),
      )
      .selectFrom('chain')
      .select(['id', 'hash'])
      .execute();
    if (chain.length === 0) return [];
    const found = new Set(chain.map(({ id }) => id));
    await removeLines(tx, [...found]);
    await tx
      .deleteFrom('articles')
      .where('id', 'in', [...found])
      .execute();
    await dropUnusedPages(
      tx,
      chain.flatMap(({ hash }) => (hash === null ? [] : [hash])),
    );
    return ids.filter((id) => found.has(id));
  });
}
