import { sql } from 'kysely';
import type { Claim } from '../../../model/index.ts';
import type { ClaimLine } from '../../store.ts';
import type { Db } from '../../tables.ts';
import { listLines } from '../lines.ts';

const MOST = 500;

/** Claims of the articles of these lines that are about them. */
export async function claimsAbout(
  db: Db,
  lines: readonly { readonly articleId: string; readonly lineId: string }[],
): Promise<readonly ClaimLine[]> {
  if (lines.length === 0) return [];
  const articles = [...new Set(lines.map(({ articleId }) => articleId))];
  const { items } = await listLines<Claim>(db, 'claims', {}, { limit: MOST }, [
    sql<boolean>`line.article_id = any(${articles}::text[])`,
  ]);
  const wanted = new Set(lines.map(({ articleId, lineId }) => JSON.stringify([articleId, lineId])));
  return items
    .filter(({ article, body }) => body.about.some((id) => wanted.has(JSON.stringify([article.id, id]))))
    .map(({ body, ...rest }) => ({ ...rest, claim: body }));
}
