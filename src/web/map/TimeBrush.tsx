import { useMemo } from 'react';
import { t } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { DAY, isoDay } from '../time/interval.ts';
import type { WindowState } from '../time/useWindow.ts';
import type { Counts } from '../timeline/density.ts';
import { LANES } from '../timeline/marks.ts';
import { AxisBar } from '../timeline/TimelineAxis.tsx';

const BINS = 120;

/** The same window as the timeline's, over a small picture of how much happened when. Two handles, by pointer or keys. */
export function TimeBrush(props: {
  state: WindowState;
  extent: { start: number; end: number };
  counts: Counts;
}) {
  const { state, extent, counts } = props;
  const days = Math.max(1, Math.round((extent.end - extent.start) / DAY));
  const bins = useMemo(() => histogram(counts, extent), [counts, extent]);
  const most = Math.max(1, ...bins);
  const dayOf = (time: number) => Math.min(days, Math.max(0, Math.round((time - extent.start) / DAY)));
  const [from, to] = [dayOf(state.window.start), dayOf(state.window.end)];
  const timeOf = (day: number) => extent.start + day * DAY;
  return (
    <div className="brush">
      <AxisBar {...state} />
      <div className="brush-axis">
        <svg viewBox={`0 0 ${BINS} 40`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect
            className="brush-window"
            x={(from / days) * BINS}
            y={0}
            width={Math.max(((to - from) / days) * BINS, 0.5)}
            height={40}
          />
          {bins.map((count, index) => {
            const height = (count / most) * 36;
            // biome-ignore lint/suspicious/noArrayIndexKey: bins never change their order
            return <rect key={index} x={index + 0.1} y={40 - height} width={0.8} height={height} />;
          })}
        </svg>
        {(['start', 'end'] as const).map((side) => (
          <input
            key={side}
            type="range"
            min={0}
            max={days}
            value={side === 'start' ? from : to}
            aria-label={t(side === 'start' ? 'map.from' : 'map.to')}
            aria-valuetext={dateInWords(isoDay(timeOf(side === 'start' ? from : to)), 'short')}
            onChange={(change) => {
              const day = Number(change.target.value);
              state.change(() =>
                side === 'start'
                  ? { start: timeOf(Math.min(day, to - 1)), end: timeOf(to) }
                  : { start: timeOf(from), end: timeOf(Math.max(day, from + 1)) },
              );
            }}
          />
        ))}
      </div>
    </div>
  );
}

/** Events of which the day is known, in equal parts of the extent. */
function histogram(counts: Counts, { start, end }: { start: number; end: number }): number[] {
  const bins = new Array<number>(BINS).fill(0);
  for (const lane of LANES) {
    const { times, counts: own } = counts[lane];
    times.forEach((time, nr) => {
      const at = Math.floor(((time - start) / (end - start)) * BINS);
      if (at >= 0 && at < BINS) bins[at] = (bins[at] as number) + (own[nr] as number);
    });
  }
  return bins;
}
