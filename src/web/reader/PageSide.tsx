import { useMemo } from 'react';
import type { Article } from '../api/client.ts';
import { t, term } from '../messages/index.ts';
import { pageOrder } from './page-order.ts';

/** The page as it was, beside the article: the story plain, and greyed, with its reason, what was taken away. */
export function PageSide({ article }: { article: Article }) {
  const pieces = useMemo(() => pageOrder(article), [article]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, by keys too
    <section className="page-side" aria-label={t('reader.wholePage')} tabIndex={0}>
      <h2>{t('reader.wholePage')}</h2>
      <p className="quiet small">{t('reader.wholePage.about')}</p>
      {pieces.map((piece, index) =>
        'removed' in piece ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces never change their order
          <p key={index} className="taken">
            <span className="reason">{term('removal', piece.removed.reason)}</span>
            <del dir="auto">{piece.removed.text}</del>
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces never change their order
          <p key={index} lang={article.language} dir="auto">
            {article.paragraphs[piece.paragraph]?.text}
          </p>
        ),
      )}
    </section>
  );
}
