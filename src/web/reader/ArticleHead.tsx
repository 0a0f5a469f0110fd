import type { Article } from '../api/client.ts';
import { t, term, tn } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { languageName } from '../shared/names.ts';
import { Outside } from './Removed.tsx';

export function ArticleHead({ article }: { article: Article }) {
  const { areas, title, outlet, byline, published, publishedBasis, modified, modifiedBasis } = article;
  const { credits, caption, residue } = article;
  return (
    <header className="article-head">
      {areas.length > 0 && (
        <p className="areas">
          {areas.map((area) => (
            <bdi key={area}>{area}</bdi>
          ))}
        </p>
      )}
      <h1 lang={article.language} dir="auto">
        {title || t('line.article.untitled')}
      </h1>
      <p className="facts">
        {outlet && <bdi>{outlet}</bdi>}
        {byline && <bdi>{byline}</bdi>}
        {published ? (
          <time
            dateTime={published}
            title={publishedBasis && t('reader.published.basis', { basis: term('basis', publishedBasis) })}
          >
            {dateInWords(published)}
          </time>
        ) : (
          <span>{t('reader.published.unknown')}</span>
        )}
        {modified && modified !== published && (
          <time
            dateTime={modified}
            title={modifiedBasis && t('reader.published.basis', { basis: term('basis', modifiedBasis) })}
          >
            {t('reader.modified', { date: dateInWords(modified) })}
          </time>
        )}
        <span>{languageName(article.language)}</span>
        {article.url && <Outside address={article.url}>{t('reader.original')}</Outside>}
        <a
          href={`/api/articles/${encodeURIComponent(article.id)}/page`}
          target="_blank"
          rel="noopener noreferrer"
        >
          {t('reader.page')}
        </a>
      </p>
      {credits && credits.length > 0 && (
        <p className="quiet small">{t('reader.credits', { names: credits.join(', ') })}</p>
      )}
      {residue.length > 0 && <p className="quiet small">{tn('reader.residue.count', residue.length)}</p>}
      {caption && (
        <p className="caption" lang={article.language} dir="auto">
          {caption}
        </p>
      )}
    </header>
  );
}
