import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { actorsQuery, articlesQuery, linesQuery } from '../api/queries.ts';
import { facetsQuery } from '../api/views.ts';
import { ArticleItem } from '../articles/ArticleItem.tsx';
import { LineHead } from '../evidence/LineHead.tsx';
import { idOf } from '../evidence/line.ts';
import { Sentence } from '../evidence/Sentence.tsx';
import type { Kind } from '../evidence/show.ts';
import { t, term, tn } from '../messages/index.ts';
import { ClearButton, DayField, SelectField, TextField } from '../shared/fields.tsx';
import { languageName } from '../shared/names.ts';
import { present } from '../shared/search-params.ts';
import { Empty, Failed, Loading, MoreToCome } from '../shared/states.tsx';
import { Take } from '../shared/Take.tsx';
import { useTitle } from '../shell/title.ts';
import { PARTS, type SearchSearch } from './search.ts';

const route = getRouteApi('/search');

/** One field over everything; the address keeps words and filters. */
export function SearchView() {
  useTitle(t('search.title'));
  const search = route.useSearch();
  const { q, part = 'articles', language, since, until, dossier } = search;
  const navigate = route.useNavigate();
  const facets = useQuery(facetsQuery(search.dossier));
  const change = useCallback(
    (patch: { [Key in keyof SearchSearch]?: SearchSearch[Key] | undefined }) =>
      void navigate({ search: (before) => present({ ...before, ...patch }), replace: true }),
    [navigate],
  );
  const setWords = useCallback((next: string | undefined) => change({ q: next }), [change]);
  const filter = present({ language, since, until, dossier });
  const filters = Object.keys(present({ language, since, until })).length;
  return (
    <div className="view search-view">
      <header className="view-head">
        <h1>{t('search.title')}</h1>
      </header>
      <search className="filters">
        <TextField
          label={t('search.words')}
          placeholder={t('articles.search.placeholder')}
          value={q}
          isSearch
          onChange={setWords}
        />
        <SelectField
          label={t('filter.language')}
          any={t('filter.any')}
          value={language}
          choices={(facets.data?.languages ?? []).map(({ value }) => ({ value, label: languageName(value) }))}
          onChange={(next) => change({ language: next })}
        />
        <DayField label={t('filter.since')} value={since} onChange={(next) => change({ since: next })} />
        <DayField label={t('filter.until')} value={until} onChange={(next) => change({ until: next })} />
        <ClearButton
          count={filters}
          onClear={() => change({ language: undefined, since: undefined, until: undefined })}
        />
      </search>
      <div className="found-head">
        <nav className="tabs" aria-label={t('search.parts')}>
          {PARTS.map((one) => (
            <Link
              key={one}
              to="/search"
              search={(before) => ({ ...before, part: one })}
              className={one === part ? 'on' : ''}
              activeProps={{ 'aria-current': one === part ? 'page' : undefined }}
            >
              {t(one === 'articles' ? 'nav.articles' : `reader.${one}`)}
            </Link>
          ))}
        </nav>
        {q !== undefined && (
          <Take
            table={part}
            filter={
              part === 'actors'
                ? { dossier, name: q }
                : { ...filter, [part === 'articles' ? 'q' : 'text']: q }
            }
          />
        )}
      </div>
      {q === undefined ? (
        <Empty title={t('search.start')} remedy={t('search.start.remedy')} />
      ) : part === 'articles' ? (
        <FoundArticles q={q} filter={filter} />
      ) : part === 'actors' ? (
        <FoundActors filter={present({ name: q, dossier })} />
      ) : (
        <FoundLines kind={part} filter={new URLSearchParams({ ...filter, text: q }).toString()} />
      )}
    </div>
  );
}

function FoundArticles({
  q,
  filter,
}: {
  q: string;
  filter: Pick<SearchSearch, 'language' | 'since' | 'until'>;
}) {
  const pages = useInfiniteQuery(articlesQuery({ q, ...filter }));
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <Failed error={pages.error} retry={() => void pages.refetch()} />;
  if (rows.length === 0) return <None />;
  return (
    <>
      <ol className="articles">
        {rows.map((row) => (
          <ArticleItem key={row.article.id} row={row} />
        ))}
      </ol>
      <MoreToCome pages={pages} />
    </>
  );
}

function FoundLines({ kind, filter }: { kind: Kind; filter: string }) {
  const pages = useInfiniteQuery(linesQuery(kind, filter));
  const lines = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <Failed error={pages.error} retry={() => void pages.refetch()} />;
  if (lines.length === 0) return <None />;
  return (
    <>
      <ol className="drawer-list found">
        {lines.map((line) => (
          <li key={`${line.article.id} ${idOf(line)}`} className="drawer-line">
            <LineHead line={line} />
            <Sentence line={line} />
          </li>
        ))}
      </ol>
      <MoreToCome pages={pages} />
    </>
  );
}

function FoundActors({ filter }: { filter: Parameters<typeof actorsQuery>[0] }) {
  const pages = useInfiniteQuery(actorsQuery(filter));
  const actors = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <Failed error={pages.error} retry={() => void pages.refetch()} />;
  if (actors.length === 0) return <None />;
  return (
    <>
      <ul className="rows found">
        {actors.map((actor) => (
          <li key={`${actor.name} ${actor.kind} ${actor.country}`}>
            <Link to="/people/$name" params={{ name: actor.name }} className="row" data-line>
              <bdi>{actor.name}</bdi>
              <span className="facts quiet">
                <span>{term('actorKind', actor.kind)}</span>
                <span>{tn('count.mentions', actor.mentions)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <MoreToCome pages={pages} />
    </>
  );
}

function None() {
  return <Empty title={t('search.none')} remedy={t('articles.none.remedy')} />;
}
