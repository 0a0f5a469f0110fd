import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { timelineQuery } from '../api/queries.ts';
import { facetsQuery } from '../api/views.ts';
import { t, tn } from '../messages/index.ts';
import { present } from '../shared/search-params.ts';
import { Empty, Failed, Loading, MoreToCome } from '../shared/states.tsx';
import { Take } from '../shared/Take.tsx';
import { useTitle } from '../shell/title.ts';
import { monthsOf } from './months.ts';
import type { TimelineSearch } from './search.ts';
import { TimelineFilters } from './TimelineFilters.tsx';
import { TimelineItem } from './TimelineItem.tsx';
import { TimelineLanes } from './TimelineLanes.tsx';

const route = getRouteApi('/timeline');

export function TimelineView() {
  useTitle(t('timeline.title'));
  // What the drawer shows is no filter.
  const { show: _show, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const timeline = useInfiniteQuery(timelineQuery(search));
  const facets = useQuery(facetsQuery(search.dossier));
  const change = useCallback(
    (patch: { [Key in keyof TimelineSearch]: TimelineSearch[Key] | undefined }) =>
      void navigate({ search: (before) => present({ ...before, ...patch }), replace: true }),
    [navigate],
  );
  const entries = useMemo(() => timeline.data?.pages.flatMap(({ items }) => items) ?? [], [timeline.data]);
  const months = useMemo(() => monthsOf(entries), [entries]);
  const hasFilter = Object.keys(search).some((name) => name !== 'order' && name !== 'dossier');
  const isEmpty = timeline.isSuccess && entries.length === 0 && !hasFilter;
  return (
    <div className="view timeline">
      <header className="view-head">
        <h1>{t('timeline.title')}</h1>
        {facets.data && <p className="quiet">{tn('timeline.total', facets.data.events)}</p>}
        <Take table="events" filter={search} />
      </header>
      {isEmpty ? (
        <Empty title={t('timeline.empty')} remedy={t('overview.empty.remedy')} />
      ) : (
        <>
          <div className="timeline-lanes">
            <TimelineLanes search={search} />
          </div>
          <TimelineFilters search={search} facets={facets.data} change={change} />
          <div className="timeline-list" aria-busy={timeline.isFetching}>
            {timeline.isPending ? (
              <Loading />
            ) : timeline.isError && entries.length === 0 ? (
              <Failed error={timeline.error} retry={() => void timeline.refetch()} />
            ) : entries.length === 0 ? (
              <Empty title={t('timeline.none')} remedy={t('timeline.none.remedy')} />
            ) : (
              <>
                {months.map((month) => (
                  <section
                    key={`${month.key} ${month.rows[0]?.entry.tellings[0]?.event.id}`}
                    aria-label={month.heading}
                  >
                    <h2>{month.heading}</h2>
                    <ol>
                      {month.rows.map(({ entry, place, isNewDay }) => (
                        <TimelineItem
                          key={`${entry.tellings[0]?.article.id} ${entry.tellings[0]?.event.id}`}
                          entry={entry}
                          place={place}
                          isNewDay={isNewDay}
                        />
                      ))}
                    </ol>
                  </section>
                ))}
                <MoreToCome pages={timeline} />
              </>
            )}
          </div>
        </>
      )}
    </div>
  );
}
