import { TrucelineError } from '../../model/index.ts';
import { unpacked } from '../page-bytes.ts';
import type { Db } from '../tables.ts';

/** The bytes that an article was read from, or null where it came without. Throws E_NO_ARTICLE. */
export async function getPage(
  db: Db,
  id: string,
): Promise<{ bytes: Uint8Array; hash: string; origin: string } | null> {
  const row = await db
    .selectFrom('articles')
    .leftJoin('pages', 'pages.hash', 'articles.hash')
    .select(['articles.origin', 'pages.hash', 'pages.packed'])
    .where('articles.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new TrucelineError('E_NO_ARTICLE', { id });
  if (row.hash === null || row.packed === null) return null;
  return { bytes: await unpacked(row.packed), hash: row.hash, origin: row.origin };
}
