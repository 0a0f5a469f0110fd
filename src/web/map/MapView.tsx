import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { densityQuery, placesQuery } from '../api/views.ts';
import { showList } from '../evidence/show.ts';
import { useShow } from '../evidence/useShow.ts';
import { number, t, term, tn } from '../messages/index.ts';
import { countryName } from '../shared/names.ts';
import { useSides } from '../shared/parties.ts';
import { present } from '../shared/search-params.ts';
import { Empty, Failed, Loading } from '../shared/states.tsx';
import { TakeRows } from '../shared/TakeRows.tsx';
import { useTitle } from '../shell/title.ts';
import { useWindow } from '../time/useWindow.ts';
import { countsOf, extentOf } from '../timeline/density.ts';
import { MapCanvas } from './MapCanvas.tsx';
import { markOf, type PlaceMark, PRECISIONS } from './places.ts';
import { TimeBrush } from './TimeBrush.tsx';
import { townsQuery, worldQuery } from './world.ts';

const route = getRouteApi('/map');

/** Where things happened, as precisely as is known, in the time that the brush holds. */
export function MapView() {
  useTitle(t('map.title'));
  const search = route.useSearch();
  const { since, until, order: _order, show: _show, ...filter } = search;
  const range = present({ since, until });
  const sides = useSides(search.dossier);
  const density = useQuery({
    ...densityQuery({ ...filter, sides: [...(sides ?? [])] }),
    enabled: sides !== undefined,
  });
  const ever = useQuery(placesQuery(filter));
  const found = useQuery(placesQuery({ ...filter, ...range }));
  const world = useQuery(worldQuery);
  const towns = useQuery(townsQuery);
  const show = useShow();
  const counts = useMemo(() => countsOf(density.data ?? []), [density.data]);
  const extent = useMemo(() => extentOf(counts), [counts]);
  const state = useWindow(search, extent);
  const all = useMemo(() => (ever.data?.items ?? []).map(markOf), [ever.data]);
  const places = useMemo(() => (found.data?.items ?? []).map(markOf), [found.data]);
  const open = (place: PlaceMark) => show(showList('events', { ...filter, ...range, at: place.name }));
  const failed = [density, ever, found, world].find(({ isError }) => isError);
  return (
    <div className="map-view">
      <header className="view-head">
        <h1>{t('map.title')}</h1>
        {found.data && found.data.withoutPlace > 0 && (
          <p className="quiet">{tn('map.without', found.data.withoutPlace)}</p>
        )}
        <TakeRows name="places" rows={() => places.map(rowOf)} />
      </header>
      {failed ? (
        <Failed error={failed.error} retry={() => void failed.refetch()} />
      ) : !world.data || !ever.data || !found.data || !density.data ? (
        <Loading rows={6} />
      ) : (
        <>
          <MapCanvas world={world.data} towns={towns.data ?? []} places={places} all={all} onOpen={open} />
          {extent && <TimeBrush state={state} extent={extent} counts={counts} />}
          <ul className="legend" aria-label={t('map.precision')}>
            {PRECISIONS.map((precision) => (
              <li key={precision} className={`precision-key precision-${precision}`}>
                <span className="place-reach" />
                {term('precision', precision)}
              </li>
            ))}
          </ul>
          {places.length === 0 ? (
            <Empty title={t('map.none')} remedy={t('map.none.remedy')} />
          ) : (
            <div className="table-box">
              <table className="table">
                <caption className="quiet small">{t('map.table')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('map.place')}</th>
                    <th scope="col" className="aside">
                      {t('filter.country')}
                    </th>
                    <th scope="col">{t('map.precision')}</th>
                    <th scope="col" className="number">
                      {t('reader.events')}
                    </th>
                    <th scope="col" className="number">
                      {t('map.lines')}
                    </th>
                    <th scope="col" className="number">
                      {t('overview.killed')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {places.map((place) => (
                    <tr key={place.key}>
                      <th scope="row">
                        <button type="button" className="link" data-line onClick={() => open(place)}>
                          <bdi>{place.name}</bdi>
                        </button>
                      </th>
                      <td className="aside">{place.country && countryName(place.country)}</td>
                      <td>{term('precision', place.precision)}</td>
                      <td className="number">{number(place.events)}</td>
                      <td className="number">{number(place.lines)}</td>
                      <td className="number">{place.killed > 0 ? number(place.killed) : '–'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function rowOf({ name, country, precision, lat, lon, events, lines, killed }: PlaceMark) {
  return { place: name, country: country ?? null, precision, lat, lon, events, lines, killed };
}
