import { useState } from 'react';
import { showList } from '../evidence/show.ts';
import { useShow } from '../evidence/useShow.ts';
import { t } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { DAY, isoDay, timeOfDay } from '../time/interval.ts';
import { ticksOf } from '../time/ticks.ts';
import { WeekChart } from './WeekChart.tsx';

export interface Week {
  /** Monday, YYYY-MM-DD. */
  readonly week: string;
  readonly meetings: number;
  readonly incidents: number;
  readonly killed: number;
}

const INCIDENTS = ['ASSAULT', 'COERCE', 'PROTEST', 'MOBILIZE', 'SANCTION'];
const CHARTS = [
  {
    key: 'meetings',
    title: 'overview.meetings',
    tone: 'good',
    filter: { type: ['CONSULT'], status: 'reported' },
  },
  { key: 'incidents', title: 'overview.incidents', tone: 'bad', filter: { type: INCIDENTS } },
  { key: 'killed', title: 'overview.killed', tone: 'dark', filter: { killed: 'true' } },
] as const;

/** Three figures over the same weeks. */
export function WeekCharts({ weeks, dossier }: { weeks: readonly Week[]; dossier: string | undefined }) {
  const [at, setAt] = useState<number | null>(null);
  const show = useShow();
  const days = weeks.map(({ week }) => week);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return <p className="quiet">{t('overview.noWeeks')}</p>;
  const window = { start: timeOfDay(first), end: timeOfDay(last) + 7 * DAY };
  const open = (index: number, filter: Readonly<Record<string, unknown>>) => {
    const since = days[index] as string;
    show(showList('events', { ...filter, since, until: isoDay(timeOfDay(since) + 6 * DAY), dossier }));
  };
  return (
    <div className="weeks">
      {CHARTS.map(({ key, title, tone, filter }) => (
        <WeekChart
          key={key}
          title={t(title)}
          tone={tone}
          weeks={days}
          values={weeks.map((week) => week[key])}
          at={at}
          onLook={setAt}
          onOpen={(index) => open(index, filter)}
        />
      ))}
      <div className="week-axis" aria-hidden="true">
        <span>
          {ticksOf(window, 560)
            .filter(({ time }) => time >= window.start)
            .map(({ time, label }) => (
              <span
                key={time}
                style={{
                  insetInlineStart: `${((time - window.start) / (window.end - window.start)) * 100}%`,
                }}
              >
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
