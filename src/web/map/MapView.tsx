import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { timelineAllQuery } from '../api/whole.ts';
import { showLines } from '../evidence/show.ts';
import { useShow } from '../evidence/useShow.ts';
import { number, t, term, tn } from '../messages/index.ts';
import { countryName } from '../shared/names.ts';
import { Empty, Failed, Loading } from '../shared/states.tsx';
import { useTitle } from '../shell/title.ts';
import { useWindow } from '../time/useWindow.ts';
import { marksOf } from '../timeline/data.ts';
import { extentOf } from '../timeline/marks.ts';
import { MapCanvas } from './MapCanvas.tsx';
import { PRECISIONS, placesOf } from './places.ts';
import { TimeBrush } from './TimeBrush.tsx';
import { worldQuery } from './world.ts';

const route = getRouteApi('/map');
const NOBODY: ReadonlySet<string> = new Set();

/** Where things happened, as precisely as is known, in the time that the brush holds. */
export function MapView() {
  useTitle(t('map.title'));
  const search = route.useSearch();
  const { since: _since, until: _until, order: _order, show: _show, ...filter } = search;
  const entries = useQuery(timelineAllQuery(filter));
  const world = useQuery(worldQuery);
  const show = useShow();
  const events = entries.data;
  const extent = useMemo(() => extentOf(marksOf(events ?? [], NOBODY), []), [events]);
  const state = useWindow(search, extent);
  const all = useMemo(() => placesOf(events ?? [], null), [events]);
  const { places, withoutPlace } = useMemo(
    () => placesOf(events ?? [], state.window),
    [events, state.window],
  );
  const failed = [entries, world].find(({ isError }) => isError);
  return (
    <div className="map-view">
      <header className="view-head">
        <h1>{t('map.title')}</h1>
        <p className="quiet">{tn('map.without', withoutPlace)}</p>
      </header>
      {failed ? (
        <Failed error={failed.error} retry={() => void failed.refetch()} />
      ) : !world.data || !events ? (
        <Loading rows={6} />
      ) : (
        <>
          <MapCanvas
            world={world.data}
            places={places}
            all={all.places}
            onOpen={(place) => show(showLines(place.lines))}
          />
          {extent && <TimeBrush state={state} extent={extent} entries={events} />}
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
            <table className="table">
              <caption className="hidden">{t('map.table')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('map.place')}</th>
                  <th scope="col">{t('filter.country')}</th>
                  <th scope="col">{t('map.precision')}</th>
                  <th scope="col" className="number">
                    {t('reader.events')}
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
                      <button
                        type="button"
                        className="link"
                        data-line
                        onClick={() => show(showLines(place.lines))}
                      >
                        <bdi>{place.name}</bdi>
                      </button>
                    </th>
                    <td>{place.country && countryName(place.country)}</td>
                    <td>{term('precision', place.precision)}</td>
                    <td className="number">{number(place.lines.length)}</td>
                    <td className="number">{place.killed > 0 ? number(place.killed) : '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
    </div>
  );
}
