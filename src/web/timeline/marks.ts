import type { ConditionKind, EventStatus, Lane, PloverType, Quad } from '../api/client.ts';
import type { LineAt } from '../evidence/show.ts';
import type { SortedTimes } from '../time/bins.ts';
import { DAY, type Interval } from '../time/interval.ts';

/** What the canvas of the timeline draws: one event, wherever it comes from. */
export interface TimelineMark {
  /** Every telling of it. */
  readonly lines: readonly LineAt[];
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

export const LANES: readonly Lane[] = ['talks', 'incidents', 'statements', 'third'];

const TALKS: readonly PloverType[] = ['CONSULT', 'AGREE', 'COOPERATE', 'CONCEDE'];

export type { Lane };

/** Third parties are those of no country in dispute; what they do with others stands in their own lane, as the server has it. */
export function laneOf(
  type: PloverType,
  quad: Quad,
  countries: readonly (string | undefined)[],
  sides: readonly string[],
): Lane {
  const known = countries.filter((country) => country !== undefined);
  if (sides.length > 0 && known.length > 0 && !known.some((country) => sides.includes(country)))
    return 'third';
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
