import type { DensityItem, Quad } from '../api/client.ts';
import { firstAt, type SortedTimes } from '../time/bins.ts';
import { DAY, timeOfDay } from '../time/interval.ts';
import type { TimeWindow } from '../time/window.ts';
import { LANES, type Lane } from './marks.ts';

/** How many events of a lane there are when: what the canvas draws where they are too many for marks. */
export interface LaneCounts {
  /** Days with events, in order; one day comes once for each class. */
  readonly times: SortedTimes;
  readonly quads: readonly Quad[];
  readonly counts: readonly number[];
  /** Events of which no more is known than that they fall into a stretch. */
  readonly stretches: readonly {
    readonly start: number;
    readonly end: number;
    readonly quad: Quad;
    readonly count: number;
  }[];
}
export type Counts = Readonly<Record<Lane, LaneCounts>>;

/** The server's counts, lane by lane; they come in order of time. */
export function countsOf(items: readonly DensityItem[]): Counts {
  const lane = (name: Lane): LaneCounts => {
    const own = items.filter((item) => item.lane === name);
    const days = own.filter(({ to }) => to === undefined);
    return {
      times: Float64Array.from(days, ({ from }) => timeOfDay(from)),
      quads: days.map(({ quad }) => quad),
      counts: days.map(({ events }) => events),
      stretches: stretchesOf(own),
    };
  };
  return {
    talks: lane('talks'),
    incidents: lane('incidents'),
    statements: lane('statements'),
    third: lane('third'),
  };
}

/** Each stretch once, with the class of most of its events. */
function stretchesOf(items: readonly DensityItem[]): LaneCounts['stretches'] {
  const stretches = new Map<
    string,
    { start: number; end: number; quad: Quad; count: number; most: number }
  >();
  for (const { from, to, quad, events } of items) {
    if (to === undefined) continue;
    const known = stretches.get(`${from}/${to}`);
    if (!known) {
      const [start, end] = [timeOfDay(from), timeOfDay(to) + DAY];
      stretches.set(`${from}/${to}`, { start, end, quad, count: events, most: events });
      continue;
    }
    known.count += events;
    if (events > known.most) {
      known.most = events;
      known.quad = quad;
    }
  }
  return [...stretches.values()];
}

/** How many lines of events may fall into a window. */
export function linesIn(counts: Counts, { start, end }: TimeWindow): number {
  let lines = 0;
  for (const name of LANES) {
    const lane = counts[name];
    for (let at = firstAt(lane.times, start); at < lane.times.length; at++) {
      if ((lane.times[at] as number) >= end) break;
      lines += lane.counts[at] as number;
    }
    for (const stretch of lane.stretches) {
      if (stretch.start < end && stretch.end > start) lines += stretch.count;
    }
  }
  return lines;
}

export const EVERYTHING: TimeWindow = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };
/** Lines that are few enough to be loaded and drawn one by one. */
const FEW = 1200;

/**
 * The stretch around a window whose events are few enough to be drawn one by one; null where they are too many. It stays
 * the same while the window moves a little, so that not every move asks the server.
 */
export function stretchAround(counts: Counts, window: TimeWindow): TimeWindow | null {
  if (linesIn(counts, EVERYTHING) <= FEW) return EVERYTHING;
  const days = Math.max(1, (window.end - window.start) / DAY);
  const length = 2 ** Math.ceil(Math.log2(days)) * DAY;
  const first = Math.floor(window.start / length) * length;
  for (const air of [length, 0]) {
    const stretch = { start: first - air, end: first + 2 * length + air };
    if (linesIn(counts, stretch) <= FEW) return stretch;
  }
  return null;
}

/** Of a hundred events, how many on either side may lie outside of what is shown first. */
const OUTLIERS = 0.03;
/** What lies no further out than this part of the rest is shown all the same. */
const NEAR = 0.1;

/**
 * From when to when nearly all happens: a single look back by years would press all the rest together. Null where
 * nothing has a year. What lies outside is found by going wider.
 */
export function extentOf(counts: Counts): TimeWindow | null {
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  const add = (times: Map<number, number>, time: number, count: number) =>
    times.set(time, (times.get(time) ?? 0) + count);
  let all = 0;
  for (const name of LANES) {
    const { times, counts: own, stretches } = counts[name];
    times.forEach((time, at) => {
      add(starts, time, own[at] as number);
      add(ends, time + DAY, own[at] as number);
      all += own[at] as number;
    });
    for (const { start, end, count } of stretches) {
      add(starts, start, count);
      add(ends, end, count);
      all += count;
    }
  }
  if (all === 0) return null;
  const cut = Math.floor(all * OUTLIERS);
  const start = afterMany(
    [...starts].sort((a, b) => a[0] - b[0]),
    cut,
  );
  const end = afterMany(
    [...ends].sort((a, b) => b[0] - a[0]),
    cut,
  );
  if (start >= end) return { start, end: start + DAY };
  // What lies just outside costs little room, and would be cut in two by the edge.
  const near = (end - start) * NEAR;
  return {
    start: Math.min(...[...starts.keys()].filter((time) => time >= start - near)),
    end: Math.max(...[...ends.keys()].filter((time) => time <= end + near)),
  };
}

/** The time of the event that has `skipped` others before it. */
function afterMany(times: readonly (readonly [time: number, count: number])[], skipped: number): number {
  let seen = 0;
  for (const [time, count] of times) {
    seen += count;
    if (seen > skipped) return time;
  }
  return times.at(-1)?.[0] ?? 0;
}
