import type { ConditionKind, EventStatus, PloverType, Quad } from '../api/client.ts';
import type { SortedTimes } from '../time/bins.ts';
import { DAY, type Interval } from '../time/interval.ts';

/** What the canvas of the timeline draws: one event, wherever it comes from. */
export interface TimelineMark {
  readonly article: string;
  readonly line: string;
  readonly lane: Lane;
  readonly when: Interval;
  readonly type: PloverType;
  readonly quad: Quad;
  readonly status: EventStatus | 'contested';
  readonly label: string;
}

/** A standing condition as a bar: known until `sure`, believed to go on until `end`. */
export interface ConditionBar {
  readonly article: string;
  readonly line: string;
  readonly kind: ConditionKind;
  readonly label: string;
  readonly start: number;
  readonly sure: number;
  readonly end: number;
  readonly isStartKnown: boolean;
  readonly status: 'stands' | 'ended' | 'disputed';
}

export const LANES = ['talks', 'incidents', 'statements', 'third'] as const;
export type Lane = (typeof LANES)[number];

const TALKS: readonly PloverType[] = ['CONSULT', 'AGREE', 'COOPERATE', 'CONCEDE'];

/** Third parties are those of no country in dispute; what they do with others stands in their own lane. */
export function laneOf(
  type: PloverType,
  quad: Quad,
  countries: readonly (string | undefined)[],
  parties: ReadonlySet<string>,
): Lane {
  const known = countries.filter((country) => country !== undefined);
  if (parties.size > 0 && known.length > 0 && !known.some((country) => parties.has(country))) return 'third';
  if (TALKS.includes(type)) return 'talks';
  return quad === 'material-conflict' || type === 'RETREAT' ? 'incidents' : 'statements';
}

/** The marks of a lane, sorted: those with a day of their own, and those that only a longer stretch is known of. */
export interface LaneMarks {
  readonly days: readonly TimelineMark[];
  readonly times: SortedTimes;
  readonly stretches: readonly Stretch[];
}

/** Events of which no more is known than that they fall into the same stretch. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly TimelineMark[];
}

/** Sorts marks into lanes, once; drawing then only searches. */
export function byLane(marks: readonly TimelineMark[]): Record<Lane, LaneMarks> {
  const lane = (name: Lane): LaneMarks => {
    const own = marks.filter((mark) => mark.lane === name);
    const isDay = ({ when }: TimelineMark) => when.end - when.start <= DAY && when.open === undefined;
    const days = own.filter(isDay).sort((a, b) => a.when.start - b.when.start);
    const stretches = new Map<string, { start: number; end: number; marks: TimelineMark[] }>();
    for (const mark of own) {
      if (isDay(mark)) continue;
      const { start, end } = mark.when;
      const known = stretches.get(`${start} ${end}`);
      if (known) known.marks.push(mark);
      else stretches.set(`${start} ${end}`, { start, end, marks: [mark] });
    }
    return {
      days,
      times: Float64Array.from(days, ({ when }) => when.start),
      stretches: [...stretches.values()].sort((a, b) => a.start - b.start || b.end - a.end),
    };
  };
  return {
    talks: lane('talks'),
    incidents: lane('incidents'),
    statements: lane('statements'),
    third: lane('third'),
  };
}

/** Of a hundred marks, how many on either side may lie outside of what is shown first. */
const OUTLIERS = 0.03;

/**
 * From when to when nearly all happens: a single look back by years would press all the rest together. Null where
 * nothing has a year. What lies outside is found by going wider.
 */
export function extentOf(
  marks: readonly TimelineMark[],
  bars: readonly ConditionBar[],
): { start: number; end: number } | null {
  const starts = marks.map(({ when }) => when.start).concat(bars.map(({ start }) => start));
  const ends = marks.map(({ when }) => when.end).concat(bars.map(({ sure }) => sure));
  if (starts.length === 0) return null;
  starts.sort((a, b) => a - b);
  ends.sort((a, b) => a - b);
  const cut = Math.floor(starts.length * OUTLIERS);
  const [start, end] = [starts[cut] as number, ends[ends.length - 1 - cut] as number];
  return start < end ? { start, end } : { start, end: start + DAY };
}
