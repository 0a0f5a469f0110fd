import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { conditionsAllQuery, timelineAllQuery } from '../api/whole.ts';
import { showLines } from '../evidence/show.ts';
import { useShow } from '../evidence/useShow.ts';
import { usePartyCountries } from '../shared/parties.ts';
import { Failed, Loading } from '../shared/states.tsx';
import { useWindow } from '../time/useWindow.ts';
import { barsOf, marksOf } from './data.ts';
import { extentOf } from './marks.ts';
import type { TimelineSearch } from './search.ts';
import { AxisBar, Legend } from './TimelineAxis.tsx';
import { TimelineCanvas } from './TimelineCanvas.tsx';

/** The lanes over all that fits the filters, whatever its date: the window moves over it. */
export function TimelineLanes({ search }: { search: TimelineSearch }) {
  const { since: _since, until: _until, order: _order, ...filter } = search;
  const entries = useQuery(timelineAllQuery(filter));
  const conditions = useQuery(conditionsAllQuery({ dossier: search.dossier }));
  const parties = usePartyCountries();
  const marks = useMemo(() => marksOf(entries.data ?? [], parties), [entries.data, parties]);
  const bars = useMemo(() => barsOf(conditions.data ?? [], Date.now()), [conditions.data]);
  const extent = useMemo(() => extentOf(marks, bars), [marks, bars]);
  const state = useWindow(search, extent);
  const show = useShow();
  if (entries.isPending || conditions.isPending) return <Loading rows={6} />;
  if (entries.isError) return <Failed error={entries.error} retry={() => void entries.refetch()} />;
  return (
    <div>
      <AxisBar {...state} />
      <TimelineCanvas
        marks={marks}
        bars={bars}
        window={state.window}
        onWindow={state.change}
        onAll={state.all}
        onOpen={(lines) => lines.length > 0 && show(showLines(lines))}
      />
      <Legend />
    </div>
  );
}
