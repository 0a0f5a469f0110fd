import type { ConditionLine, TimelineEntry } from '../api/client.ts';
import { lineInWords } from '../evidence/LineHead.tsx';
import { t, term } from '../messages/index.ts';
import { quadOfType } from '../shared/terms.ts';
import { intervalOf } from '../time/interval.ts';
import { isContested } from './contested.ts';
import { type ConditionBar, laneOf, type TimelineMark } from './marks.ts';

/** Marks for the canvas from entries of the timeline; what has no year has no place there and stays in the list. */
export function marksOf(entries: readonly TimelineEntry[], parties: ReadonlySet<string>): TimelineMark[] {
  return entries.flatMap((entry) => {
    const when = intervalOf(entry.date);
    const first = entry.tellings[0];
    if (!when || !first) return [];
    const { event, actors, article } = first;
    const quad = quadOfType(entry.type);
    const sides = [...event.actors, ...event.recipients].map(
      (id) => actors.find((actor) => actor.id === id)?.country,
    );
    return [
      {
        article: article.id,
        line: event.id,
        lane: laneOf(entry.type, quad, sides, parties),
        when,
        type: entry.type,
        quad,
        status: isContested(entry) ? 'contested' : event.status,
        label: lineInWords(first),
      },
    ];
  });
}

/** One bar for each condition: what several articles say of the same kind on the same thing is one bar. */
export function barsOf(lines: readonly ConditionLine[], now: number): ConditionBar[] {
  const bars = new Map<string, ConditionBar>();
  for (const line of lines) {
    const { condition, article } = line;
    const since = intervalOf(condition.since ?? '');
    const asOf = intervalOf(condition.asOf ?? article.published ?? '');
    const until = intervalOf(condition.until ?? '');
    const start = since?.start ?? asOf?.start ?? until?.start;
    if (start === undefined) continue;
    const label = lineInWords(line) || term('kind', condition.kind);
    const sure = Math.max(until?.end ?? asOf?.end ?? start, start);
    const goesOn = condition.status === 'stands' && !until;
    const bar: ConditionBar = {
      article: article.id,
      line: condition.id,
      kind: condition.kind,
      label:
        condition.status === 'stands'
          ? label
          : t('timeline.bar', { label, status: term('condition', condition.status) }),
      start,
      sure,
      end: goesOn ? Math.max(now, sure) : sure,
      isStartKnown: since?.isExact ?? false,
      status: condition.status,
    };
    const key = `${condition.kind} ${condition.on.thing ?? condition.on.place ?? condition.on.actor ?? condition.id} ${condition.status}`;
    const known = bars.get(key);
    bars.set(
      key,
      known
        ? {
            ...known,
            start: Math.min(known.start, bar.start),
            sure: Math.max(known.sure, bar.sure),
            end: Math.max(known.end, bar.end),
            isStartKnown: known.start <= bar.start ? known.isStartKnown : bar.isStartKnown,
          }
        : bar,
    );
  }
  return [...bars.values()].sort((a, b) => a.start - b.start);
}
