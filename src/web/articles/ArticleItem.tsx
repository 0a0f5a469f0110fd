import { Link } from '@tanstack/react-router';
import type { ArticleRow } from '../api/queries.ts';
import { t, tn } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { fileName, languageName, sourceName } from '../shared/names.ts';
import { Found } from './Found.tsx';

export function ArticleItem({ row: { article, title, snippet } }: { row: ArticleRow }) {
  const { events, claims, conditions } = article.counts;
  return (
    <li className="article-item">
      <p className="article-date">
        {article.published ? (
          <time dateTime={article.published}>{dateInWords(article.published, 'short')}</time>
        ) : (
          <span className="quiet">{t('articles.undated')}</span>
        )}
      </p>
      <div>
        <h2 lang={article.language} dir="auto">
          <Link to="/articles/$id" params={{ id: article.id }} data-line>
            {title ? <Found parts={title} /> : article.title || t('line.article.untitled')}
          </Link>
        </h2>
        {snippet && snippet.length > 0 && (
          <p className="snippet" lang={article.language} dir="auto">
            <Found parts={snippet} />
          </p>
        )}
        <p className="facts quiet">
          <bdi>{sourceName(article) ?? fileName(article.origin)}</bdi>
          {article.language !== 'en' && <span>{languageName(article.language)}</span>}
          {events > 0 && <span>{tn('count.events', events)}</span>}
          {claims > 0 && <span>{tn('count.claims', claims)}</span>}
          {conditions > 0 && <span>{tn('count.conditions', conditions)}</span>}
        </p>
      </div>
    </li>
  );
}
