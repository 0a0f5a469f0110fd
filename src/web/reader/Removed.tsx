import type { Article } from '../api/client.ts';
import { number, t, term } from '../messages/index.ts';
import { safeAddress } from '../shared/names.ts';

/** What was taken away from the page, each piece with its reason, and the stories it pointed to. */
export function Removed({ article }: { article: Article }) {
  return (
    <>
      {article.removed.length > 0 && (
        <details className="removed">
          <summary>
            {t('reader.removed')} <span className="count">{number(article.removed.length)}</span>
          </summary>
          <p className="quiet">{t('reader.removed.about')}</p>
          <ul>
            {article.removed.map(({ text, reason }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces never change their order
              <li key={index}>
                <span className="reason">{term('removal', reason)}</span>
                <del dir="auto">{text}</del>
              </li>
            ))}
          </ul>
        </details>
      )}
      {article.related.length > 0 && (
        <details className="removed">
          <summary>
            {t('reader.related')} <span className="count">{number(article.related.length)}</span>
          </summary>
          <ul>
            {article.related.map(({ title, url }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: stories never change their order
              <li key={index}>
                <Outside address={url}>{title}</Outside>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** A link to elsewhere, where the address is one that may be followed; otherwise just its text. */
export function Outside({ address, children }: { address: string | undefined; children: string }) {
  const safe = safeAddress(address);
  if (safe === undefined) return <bdi>{children}</bdi>;
  return (
    <a href={safe} target="_blank" rel="noopener noreferrer">
      <bdi>{children}</bdi>
    </a>
  );
}
