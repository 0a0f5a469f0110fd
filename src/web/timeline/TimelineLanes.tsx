import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { conditionSpansQuery, densityQuery, entriesQuery } from '../api/views.ts';
import { showLines, showList } from '../evidence/show.ts';
import { useShow } from '../evidence/useShow.ts';
import { number, t } from '../messages/index.ts';
import { useSides } from '../shared/parties.ts';
import { Failed, Loading } from '../shared/states.tsx';
import { isoDay } from '../time/interval.ts';
import { useWindow } from '../time/useWindow.ts';
import type { TimeWindow } from '../time/window.ts';
import { barsOf, marksOf } from './data.ts';
import { countsOf, EVERYTHING, extentOf, linesIn, stretchAround } from './density.ts';
import type { Drawn } from './layout.ts';
import { byLane } from './marks.ts';
import type { TimelineSearch } from './search.ts';
import { AxisBar, Legend } from './TimelineAxis.tsx';
import { TimelineCanvas } from './TimelineCanvas.tsx';

type Filter = Omit<TimelineSearch, 'since' | 'until' | 'order'>;

/** The lanes over all that fits the filters, whatever its date: the window moves over it. */
export function TimelineLanes({ search }: { search: TimelineSearch }) {
  const sides = useSides(search.dossier);
  return sides === undefined ? <Loading rows={6} /> : <Lanes search={search} sides={sides} />;
}

function Lanes({ search, sides }: { search: TimelineSearch; sides: readonly string[] }) {
  const { since: _since, until: _until, order: _order, ...filter } = search;
  const density = useQuery(densityQuery({ ...filter, sides: [...sides] }));
  const spans = useQuery(conditionSpansQuery(search.dossier));
  const counts = useMemo(() => countsOf(density.data ?? []), [density.data]);
  const count = useMemo(() => linesIn(counts, EVERYTHING), [counts]);
  const extent = useMemo(() => extentOf(counts), [counts]);
  const bars = useMemo(() => barsOf(spans.data?.items ?? [], Date.now()), [spans.data]);
  const state = useWindow(search, extent);
  const stretch = density.isSuccess ? stretchAround(counts, state.window) : null;
  const marks = useMarks(filter, stretch, sides, state.window);
  const show = useShow();
  if (density.isError) return <Failed error={density.error} retry={() => void density.refetch()} />;
  if (density.isPending) return <Loading rows={6} />;
  const open = (one: Drawn) => {
    if (one.shape === 'bar') show(showLines([one.bar]));
    else if (one.shape === 'mark') show(showLines(one.mark.lines));
    else {
      const { lane, from, to } = one;
      const exact = one.shape === 'tower';
      show(showList('events', { ...filter, lane, sides, exact, since: isoDay(from), until: isoDay(to - 1) }));
    }
  };
  return (
    <div>
      <AxisBar {...state} />
      <TimelineCanvas
        lanes={marks ?? counts}
        count={count}
        bars={bars}
        window={state.window}
        onWindow={state.change}
        onAll={state.all}
        onOpen={open}
      />
      <Legend isCounted={marks === null} />
      {spans.data && spans.data.total > spans.data.items.length && (
        <p className="quiet small">
          {t('timeline.someConditions', {
            shown: number(spans.data.items.length),
            total: number(spans.data.total),
          })}
        </p>
      )}
    </div>
  );
}

/** The events of a stretch one by one; null while they are too many, or not there yet for all of the window. */
function useMarks(filter: Filter, stretch: TimeWindow | null, sides: readonly string[], window: TimeWindow) {
  const range =
    stretch === null || stretch === EVERYTHING
      ? {}
      : { since: isoDay(stretch.start), until: isoDay(stretch.end - 1) };
  const entries = useQuery({ ...entriesQuery({ ...filter, ...range }), enabled: stretch !== null });
  const data = stretch === null ? undefined : entries.data;
  const marks = useMemo(() => (data ? byLane(marksOf(data.entries, sides)) : null), [data, sides]);
  if (!data?.isAll) return null;
  const [first, last] = [isoDay(window.start), isoDay(window.end - 1)];
  const isCovered = (data.since ?? '') <= first && last <= (data.until ?? '9999');
  return isCovered ? marks : null;
}
