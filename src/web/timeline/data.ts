import type { ConditionSpan, TimelineEntry } from '../api/client.ts';
import { lineInWords } from '../evidence/LineHead.tsx';
import { t, term } from '../messages/index.ts';
import { quadOfType } from '../shared/terms.ts';
import { DAY, intervalOf, timeOfDay } from '../time/interval.ts';
import { isContested } from './contested.ts';
import { type ConditionBar, laneOf, type TimelineMark } from './marks.ts';

/** Marks for the canvas from entries of the timeline; what has no year has no place there and stays in the list. */
export function marksOf(entries: readonly TimelineEntry[], sides: readonly string[]): TimelineMark[] {
  return entries.flatMap((entry) => {
    const when = intervalOf(entry.date);
    const first = entry.tellings[0];
    if (!when || !first) return [];
    const { event, actors } = first;
    const quad = quadOfType(entry.type);
    const countries = actors.map(({ country }) => country);
    return [
      {
        lines: entry.tellings.map((one) => ({ article: one.article.id, line: one.event.id })),
        lane: laneOf(entry.type, quad, countries, sides),
        when,
        type: entry.type,
        quad,
        status: isContested(entry) ? 'contested' : event.status,
        label: lineInWords(first),
      },
    ];
  });
}

/** One bar for each condition, as the server puts together what lines say of it. */
export function barsOf(spans: readonly ConditionSpan[], now: number): ConditionBar[] {
  return spans
    .flatMap(({ line, since, isSinceTold, until, confirmed }): ConditionBar[] => {
      const { condition, article } = line;
      const [from, to, told] = [since, until, confirmed].map((day) => (day ? timeOfDay(day) : undefined));
      const start = from ?? told ?? to;
      if (start === undefined) return [];
      const label = lineInWords(line) || term('kind', condition.kind);
      const isOver = to !== undefined || condition.status !== 'stands';
      const sure = Math.max((to ?? told ?? start) + DAY, start + DAY);
      return [
        {
          article: article.id,
          line: condition.id,
          kind: condition.kind,
          label:
            condition.status === 'stands'
              ? label
              : t('timeline.bar', { label, status: term('condition', condition.status) }),
          start,
          sure,
          end: isOver ? sure : Math.max(now, sure),
          isStartKnown: isSinceTold,
          status: condition.status,
        },
      ];
    })
    .sort((a, b) => a.start - b.start);
}
