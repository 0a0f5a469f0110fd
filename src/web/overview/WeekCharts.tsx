import { useRef, useState } from 'react';
import type { Overview } from '../api/client.ts';
import { showList } from '../evidence/show.ts';
import { useShow } from '../evidence/useShow.ts';
import { number, t } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { useWidth } from '../shared/useWidth.ts';
import { DAY, isoDay, timeOfDay } from '../time/interval.ts';
import { ticksOf } from '../time/ticks.ts';
import type { TimeWindow } from '../time/window.ts';
import { WeekChart } from './WeekChart.tsx';

type Week = Overview['weeks'][number];

/** Statuses of what took place, or is said to have. */
export const HAPPENED = ['reported', 'alleged', 'ended'] as const;

const CHARTS = [
  {
    key: 'meetings',
    title: 'overview.meetings',
    tone: 'good',
    filter: { type: 'CONSULT', status: HAPPENED },
  },
  {
    key: 'incidents',
    title: 'overview.incidents',
    tone: 'bad',
    filter: { quad: 'material-conflict', status: HAPPENED },
  },
  { key: 'killed', title: 'overview.killed', tone: 'dark', filter: { casualties: true, status: HAPPENED } },
] as const;
type Key = (typeof CHARTS)[number]['key'];

/** Of the dead, the highest number that is told. */
function figureOf(week: Week, key: Key): number {
  return key === 'killed' ? week.killed.high : week[key];
}

/** The figure of all weeks; where the tellings differ, the lowest and the highest. */
function totalOf(weeks: readonly Week[], key: Key): string {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const high = sum(weeks.map((week) => figureOf(week, key)));
  const low = key === 'killed' ? sum(weeks.map(({ killed }) => killed.low)) : high;
  return low === high ? number(high) : t('overview.range', { low: number(low), high: number(high) });
}

/** Three figures over the same weeks. */
export function WeekCharts({ weeks, dossier }: { weeks: readonly Week[]; dossier: string | undefined }) {
  const [at, setAt] = useState<number | null>(null);
  const axis = useRef<HTMLSpanElement>(null);
  const width = useWidth(axis);
  const show = useShow();
  const days = weeks.map(({ week }) => week);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return <p className="quiet">{t('overview.noWeeks')}</p>;
  const window = { start: timeOfDay(first), end: timeOfDay(last) + 7 * DAY };
  const open = (index: number, filter: Readonly<Record<string, unknown>>) => {
    const since = days[index] as string;
    show(
      showList('events', {
        ...filter,
        exact: true,
        since,
        until: isoDay(timeOfDay(since) + 6 * DAY),
        dossier,
      }),
    );
  };
  return (
    <div className="weeks">
      {CHARTS.map(({ key, title, tone, filter }) => (
        <WeekChart
          key={key}
          title={t(title)}
          tone={tone}
          weeks={days}
          values={weeks.map((week) => figureOf(week, key))}
          total={totalOf(weeks, key)}
          at={at}
          onLook={setAt}
          onOpen={(index) => open(index, filter)}
        />
      ))}
      <div className="week-axis" aria-hidden="true">
        <span ref={axis}>
          {labelsOf(window, width).map(({ x, label }) => (
            <span key={label} style={{ insetInlineStart: x }}>
              {label}
            </span>
          ))}
        </span>
      </div>
      <p className="quiet small" aria-live="off">
        {at === null
          ? t('overview.chartHint')
          : t('overview.weekOf', { date: dateInWords(days[at] as string) })}
      </p>
    </div>
  );
}

/** About how wide a letter of the axis is, in pixels. */
const LETTER = 6.6;

/** The words along the axis that have room, with their distance from its beginning. */
function labelsOf({ start, end }: TimeWindow, width: number): { x: number; label: string }[] {
  const labels: { x: number; label: string }[] = [];
  let free = 0;
  for (const { time, label } of ticksOf({ start, end }, width)) {
    const x = ((time - start) / (end - start)) * width;
    const wide = label.length * LETTER;
    if (x < free || x + wide > width) continue;
    labels.push({ x, label });
    free = x + wide + 8;
  }
  return labels;
}
