import type { ArticleRecord } from '../model/index.ts';
import { escaped, htmlPage } from './html.ts';

/**
 * The article by itself, as a page. `html` is the safe subset that clean makes of its page; without it the paragraphs are
 * shown. The source's own HTML is never served. The page goes out under a policy that allows no script, no frame and
 * nothing from elsewhere (see security.ts), so that a gap in the cleaning would stay without effect.
 */
export function originalPage({ article }: ArticleRecord, html?: string): string {
  const meta = [article.outlet, article.byline, article.published].filter(Boolean);
  const body = html ?? article.paragraphs.map(({ text }) => `<p dir="auto">${escaped(text)}</p>`).join('\n');
  return htmlPage({
    title: article.title,
    language: /^[a-z]{2,3}$/.test(article.language) ? article.language : 'und',
    className: 'article',
    body: `<h1 dir="auto">${escaped(article.title)}</h1>\n<p class="quiet">${escaped(meta.join(' · '))}</p>\n${body}`,
  });
}
