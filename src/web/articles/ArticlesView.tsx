import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { articlesQuery } from '../api/queries.ts';
import { facetsQuery } from '../api/views.ts';
import { t, tn } from '../messages/index.ts';
import { present } from '../shared/search-params.ts';
import { Empty, Failed, Loading, MoreToCome } from '../shared/states.tsx';
import { Take } from '../shared/Take.tsx';
import { useTitle } from '../shell/title.ts';
import { ArticleFilters } from './ArticleFilters.tsx';
import { ArticleItem } from './ArticleItem.tsx';
import type { ArticlesSearch } from './search.ts';

const route = getRouteApi('/articles');

export function ArticlesView() {
  useTitle(t('articles.title'));
  // What the drawer shows is no filter.
  const { show: _show, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const articles = useInfiniteQuery(articlesQuery(search));
  const facets = useQuery(facetsQuery(search.dossier));
  const change = useCallback(
    (patch: { [Key in keyof ArticlesSearch]: ArticlesSearch[Key] | undefined }) =>
      void navigate({ search: (before) => present({ ...before, ...patch }), replace: true }),
    [navigate],
  );
  const rows = articles.data?.pages.flatMap(({ items }) => items) ?? [];
  const hasFilter = Object.keys(search).some((name) => name !== 'order' && name !== 'dossier');
  return (
    <div className="view articles">
      <header className="view-head">
        <h1>{t('articles.title')}</h1>
        {facets.data && <p className="quiet">{tn('articles.total', facets.data.articles)}</p>}
        <Take table="articles" filter={search} />
      </header>
      <ArticleFilters search={search} facets={facets.data} change={change} />
      {articles.isPending ? (
        <Loading />
      ) : articles.isError && rows.length === 0 ? (
        <Failed error={articles.error} retry={() => void articles.refetch()} />
      ) : rows.length === 0 ? (
        hasFilter ? (
          <Empty title={t('articles.none')} remedy={t('articles.none.remedy')} />
        ) : (
          <Empty title={t('articles.empty')} remedy={t('articles.empty.remedy')} />
        )
      ) : (
        <>
          <ol className="article-list" aria-label={t('articles.list')} aria-busy={articles.isFetching}>
            {rows.map((row) => (
              <ArticleItem key={row.article.id} row={row} />
            ))}
          </ol>
          <MoreToCome pages={articles} />
        </>
      )}
    </div>
  );
}
