import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { actorsQuery } from '../api/queries.ts';
import { number, t, term } from '../messages/index.ts';
import { TextField } from '../shared/fields.tsx';
import { countryName } from '../shared/names.ts';
import { present } from '../shared/search-params.ts';
import { Empty, Failed, Loading, MoreToCome } from '../shared/states.tsx';
import { Take } from '../shared/Take.tsx';
import { useTitle } from '../shell/title.ts';
import { Network } from './Network.tsx';

const route = getRouteApi('/people');

/** Everybody whom the articles name: as a list, or as who meets whom. */
export function ActorsView() {
  useTitle(t('actors.title'));
  const search = route.useSearch();
  return (
    <div className="view">
      <header className="view-head">
        <h1>{t('actors.title')}</h1>
        <nav className="tabs" aria-label={t('actors.title')}>
          <Link to="/people" search={{}} activeOptions={{ exact: true }}>
            {t('actors.list')}
          </Link>
          <Link to="/people" search={{ view: 'network' }} activeOptions={{ exact: true }}>
            {t('actors.network')}
          </Link>
        </nav>
      </header>
      {search.view === 'network' ? <Network /> : <ActorList />}
    </div>
  );
}

function ActorList() {
  const { name, dossier } = route.useSearch();
  const navigate = route.useNavigate();
  const filter = present({ name, dossier });
  const pages = useInfiniteQuery(actorsQuery(filter));
  const setName = useCallback(
    (next: string | undefined) =>
      void navigate({ search: (before) => present({ ...before, name: next }), replace: true }),
    [navigate],
  );
  const actors = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <search className="filters">
        <TextField label={t('actors.search')} value={name} isSearch onChange={setName} />
        <Take table="actors" filter={filter} />
      </search>
      {pages.isPending ? (
        <Loading />
      ) : pages.isError ? (
        <Failed error={pages.error} retry={() => void pages.refetch()} />
      ) : actors.length === 0 ? (
        name === undefined ? (
          <Empty title={t('actors.empty')} remedy={t('overview.empty.remedy')} />
        ) : (
          <Empty title={t('actors.none')} remedy={t('actors.none.remedy')} />
        )
      ) : (
        <>
          <div className="table-box">
            <table className="table">
              <caption className="hidden">{t('actors.title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('actors.name')}</th>
                  <th scope="col">{t('actors.kind')}</th>
                  <th scope="col" className="aside">
                    {t('filter.country')}
                  </th>
                  <th scope="col" className="number">
                    {t('actors.articles')}
                  </th>
                  <th scope="col" className="number aside">
                    {t('actors.mentions')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {actors.map((actor) => (
                  <tr key={`${actor.name} ${actor.kind} ${actor.country}`}>
                    <th scope="row">
                      <Link to="/people/$name" params={{ name: actor.name }} data-line>
                        <bdi>{actor.name}</bdi>
                      </Link>
                    </th>
                    <td>{term('actorKind', actor.kind)}</td>
                    <td className="aside">{actor.country && countryName(actor.country)}</td>
                    <td className="number">{number(actor.articles)}</td>
                    <td className="number aside">{number(actor.mentions)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <MoreToCome pages={pages} />
        </>
      )}
    </>
  );
}
