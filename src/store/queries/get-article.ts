import { TrucelineError } from '../../model/index.ts';
import type { ArticleLine } from '../store.ts';
import type { Db } from '../tables.ts';
import { articleLineOf, LINE_COLUMNS } from './article-lines.ts';

/** Superseded articles are found too. Throws E_NO_ARTICLE. */
export async function getArticle(db: Db, id: string): Promise<ArticleLine> {
  const row = await db.selectFrom('articles').select(LINE_COLUMNS).where('id', '=', id).executeTakeFirst();
  if (!row) throw new TrucelineError('E_NO_ARTICLE', { id });
  return articleLineOf(row);
}
