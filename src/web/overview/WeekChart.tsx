import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { number, t } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';

export interface WeekChartProps {
  readonly title: string;
  readonly tone: 'good' | 'bad' | 'dark';
  /** Monday of each week, YYYY-MM-DD, without gap. */
  readonly weeks: readonly string[];
  readonly values: readonly number[];
  /** The figure of all weeks, as people write it. */
  readonly total: string;
  /** Index of the week that is looked at in all charts. */
  readonly at: number | null;
  readonly onLook: (index: number | null) => void;
  readonly onOpen: (index: number) => void;
}

const HEIGHT = 46;

/** Bars of one figure over weeks. One stop for the keyboard: arrows move from week to week, Enter opens its lines. */
export function WeekChart({ title, tone, weeks, values, total, at, onLook, onOpen }: WeekChartProps) {
  const plot = useRef<HTMLDivElement>(null);
  const last = weeks.length - 1;
  const most = Math.max(1, ...values);
  const current = at ?? last;
  const indexAt = (event: PointerEvent) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return Math.min(last, Math.max(0, Math.floor(((event.clientX - left) / width) * weeks.length)));
  };
  const onKey = (press: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 4, PageDown: -4 }[
      press.key
    ];
    if (step !== undefined) onLook(Math.min(last, Math.max(0, current + step)));
    else if (press.key === 'Home') onLook(0);
    else if (press.key === 'End') onLook(last);
    else if (press.key === 'Enter' || press.key === ' ') onOpen(current);
    else return;
    press.preventDefault();
  };
  const said = t('overview.chart.value', {
    what: title,
    count: number(values[current] ?? 0),
    week: dateInWords(weeks[current] ?? '', 'short'),
  });
  return (
    <div className="week-row">
      <p className="week-title">
        {title}
        <strong>{total}</strong>
      </p>
      <div
        ref={plot}
        className={`week-plot tone-${tone}`}
        role="slider"
        tabIndex={0}
        aria-label={t('overview.chart', { what: title })}
        aria-valuemin={0}
        aria-valuemax={Math.max(last, 0)}
        aria-valuenow={current}
        aria-valuetext={said}
        onKeyDown={onKey}
        onBlur={() => onLook(null)}
        onPointerMove={(event) => onLook(indexAt(event))}
        onPointerLeave={() => onLook(null)}
        onClick={(event) => onOpen(indexAt(event as unknown as PointerEvent))}
      >
        <svg
          viewBox={`0 0 ${Math.max(weeks.length, 1)} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          {at !== null && <rect className="week-at" x={at} y={0} width={1} height={HEIGHT} />}
          {values.map((value, index) => {
            const height = (value / most) * (HEIGHT - 2);
            if (value === 0) return null;
            return (
              <rect key={weeks[index]} x={index + 0.12} y={HEIGHT - height} width={0.76} height={height} />
            );
          })}
        </svg>
      </div>
      <p className="week-value" aria-hidden="true">
        {at === null ? (
          <span className="quiet">{t('overview.most', { count: number(most) })}</span>
        ) : (
          number(values[at] ?? 0)
        )}
      </p>
    </div>
  );
}
