import { decodePage, type Page } from '../collect/index.ts';
import type { Cleaned } from './assemble.ts';
import { cleanHtml } from './html-page.ts';
import { cleanAsIs, cleanText } from './text-page.ts';

export { articleHtml } from './article-html.ts';
export type { Cleaned } from './assemble.ts';
export { languageOf } from './language.ts';

/**
 * A page as it was collected → the article on it: text as paragraphs, what is known of it, and every piece that was taken away with the
 * reason. A page without a story gives an article with an empty text and a note. Pure, synchronous, linear in the size of the page.
 */
export function clean(page: Page): Cleaned {
  const decoded = decodePage(page);
  if (page.asIs) return cleanAsIs(page, decoded);
  return decoded.format === 'html' ? cleanHtml(page, decoded) : cleanText(page, decoded);
}
