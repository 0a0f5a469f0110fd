import { t, term } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { QUADS } from '../shared/terms.ts';
import { DAY, isoDay } from '../time/interval.ts';
import type { WindowState } from '../time/useWindow.ts';
import { moved, zoomed } from '../time/window.ts';

const SPANS = [
  { days: 7, name: 'axis.week' },
  { days: 31, name: 'axis.month' },
  { days: 183, name: 'axis.half' },
  { days: 366, name: 'axis.year' },
  { days: 1096, name: 'axis.three' },
] as const;

/** The buttons above an axis: what it shows, and how to move it without wheel or drag. */
export function AxisBar({ window, change, all }: WindowState) {
  const [first, last] = [isoDay(window.start), isoDay(window.end - 1)];
  const range =
    first === last
      ? dateInWords(first, 'short')
      : t('date.range', { first: dateInWords(first, 'short'), last: dateInWords(last, 'short') });
  return (
    <div className="bar">
      <span className="range">{range}</span>
      <span className="joined">
        {SPANS.map(({ days, name }) => (
          <button
            key={days}
            type="button"
            className="button"
            onClick={() =>
              change(({ start, end }) => {
                const middle = (start + end) / 2;
                return { start: middle - (days * DAY) / 2, end: middle + (days * DAY) / 2 };
              })
            }
          >
            {t(name)}
          </button>
        ))}
        <button type="button" className="button" onClick={all}>
          {t('axis.all')}
        </button>
      </span>
      <span className="joined">
        <button
          type="button"
          className="button"
          aria-label={t('axis.back')}
          onClick={() => change((w) => moved(w, -0.3))}
        >
          ‹
        </button>
        <button
          type="button"
          className="button"
          aria-label={t('axis.on')}
          onClick={() => change((w) => moved(w, 0.3))}
        >
          ›
        </button>
        <button
          type="button"
          className="button"
          aria-label={t('axis.in')}
          onClick={() => change((w) => zoomed(w, 0.6))}
        >
          +
        </button>
        <button
          type="button"
          className="button"
          aria-label={t('axis.out')}
          onClick={() => change((w) => zoomed(w, 1.7))}
        >
          −
        </button>
      </span>
    </div>
  );
}

/** What the signs mean; `isCounted` where there are towers instead of events. */
export function Legend({ isCounted }: { isCounted: boolean }) {
  return (
    <ul className="legend" aria-label={t('timeline.legend')}>
      {QUADS.map((quad) => (
        <li key={quad} className={`quad ${quad}`}>
          {term('quad', quad)}
        </li>
      ))}
      <li>{t(isCounted ? 'timeline.legend.counted' : 'timeline.legend.status')}</li>
      <li>{t('timeline.legend.uncertain')}</li>
      <li>{t('timeline.legend.bar')}</li>
    </ul>
  );
}
