import type { Quad } from '../api/client.ts';
import { binLength, binsOf, type SortedTimes } from '../time/bins.ts';
import type { TimeWindow } from '../time/window.ts';
import type { LaneCounts } from './density.ts';
import { type ConditionBar, LANES, type Lane, type LaneMarks, type TimelineMark } from './marks.ts';

/** Sizes of the timeline, in CSS pixels. */
export const SIZES = {
  axis: 30,
  lane: 104,
  laneName: 18,
  mark: 13,
  stretchRow: 11,
  stretchRows: 2,
  labelled: 170,
  longest: 480,
  bar: 20,
  /** The row of all bars that found no row of their own. */
  crowd: 10,
} as const;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** Something drawn, with the box that a pointer can hit. */
export type Drawn = Box &
  (
    | { readonly shape: 'mark'; readonly mark: TimelineMark; readonly hasLabel: boolean }
    | ({ readonly shape: 'tower'; readonly shares: Shares } & Many)
    | ({ readonly shape: 'stretch'; readonly quad: Quad } & Many)
    | {
        readonly shape: 'bar';
        readonly bar: ConditionBar;
        readonly sureWidth: number;
        readonly labelX: number;
        /** Pixels for its words; 0 where they are left out. */
        readonly labelRoom: number;
      }
  );
/** Several events that are drawn as one thing. */
interface Many {
  readonly lane: Lane;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** The events, where they are loaded. */
  readonly marks: readonly TimelineMark[];
}
type Shares = readonly { readonly quad: Quad; readonly count: number }[];

export interface Layout {
  readonly drawn: readonly Drawn[];
  readonly lanes: readonly {
    readonly lane: Lane | 'conditions';
    readonly y: number;
    readonly height: number;
  }[];
  readonly height: number;
}

/**
 * Where everything goes for a window and a width. What shares a bin is stacked; what does not fit becomes a tower with
 * its number. Takes time for what is in the window, not for all there is.
 */
export function layoutOf(
  lanes: Readonly<Record<Lane, LaneMarks | LaneCounts>>,
  bars: readonly ConditionBar[],
  { start, end }: TimeWindow,
  width: number,
): Layout {
  const msPerPixel = (end - start) / width;
  const x = (time: number) => (time - start) / msPerPixel;
  const drawn: Drawn[] = [];
  const places: Layout['lanes'][number][] = [];
  let y: number = SIZES.axis;
  for (const lane of LANES) {
    places.push({ lane, y, height: SIZES.lane });
    const own = lanes[lane];
    const scale = { msPerPixel, x, top: y, width };
    drawn.push(
      ...('days' in own
        ? laneLayout(lane, own, { start, end }, scale)
        : countsLayout(lane, own, { start, end }, scale)),
    );
    y += SIZES.lane;
  }
  const rows = packed(bars, { start, end }, x, width);
  const crowd = rows.hasCrowd ? SIZES.crowd : 0;
  const height = SIZES.laneName + Math.max(rows.count, 1) * SIZES.bar + crowd + 6;
  places.push({ lane: 'conditions', y, height });
  for (const { bar, row, labelX, labelRoom, isCrowd } of rows.placed) {
    const from = Math.max(x(bar.start), -20);
    const to = Math.min(x(bar.end), width + 20);
    const sureWidth = Math.max(Math.min(x(bar.sure), width + 20) - from, 3);
    drawn.push({
      shape: 'bar',
      bar,
      labelX,
      labelRoom,
      x: from,
      y: y + SIZES.laneName + row * SIZES.bar,
      width: isCrowd ? sureWidth : Math.max(to - from, 3),
      height: isCrowd ? SIZES.crowd - 4 : SIZES.bar - 5,
      sureWidth,
    });
  }
  return { drawn, lanes: places, height: y + height };
}

interface Scale {
  readonly msPerPixel: number;
  readonly x: (time: number) => number;
  readonly top: number;
  readonly width: number;
}

const SPACE = SIZES.lane - SIZES.laneName - SIZES.stretchRows * SIZES.stretchRow - 4;
const ROWS = Math.floor(SPACE / SIZES.mark);

function laneLayout(
  lane: Lane,
  { days, times, stretches }: LaneMarks,
  window: TimeWindow,
  scale: Scale,
): Drawn[] {
  const { msPerPixel, x, top } = scale;
  const drawn: Drawn[] = [];
  const floor = top + SIZES.laneName + ROWS * SIZES.mark;
  const length = binLength(msPerPixel, SIZES.mark + 2);
  for (const bin of binsOf(times, window.start - length, window.end, length)) {
    const count = bin.to - bin.from;
    const left = x(bin.start);
    const cell = length / msPerPixel;
    const hasLabel = cell >= SIZES.labelled;
    const least = hasLabel ? SIZES.labelled : SIZES.mark + 2;
    const columns = Math.max(1, Math.floor(cell / least));
    // Words take what room there is.
    const wanted = Math.min(Math.ceil(count / ROWS), columns);
    const columnWidth = hasLabel ? Math.min(cell / wanted, SIZES.longest) : least;
    if (count > ROWS * columns) {
      const marks = days.slice(bin.from, bin.to);
      const shares = sharesOf(marks.map(({ quad }) => [quad, 1]));
      drawn.push(towerOf({ lane, from: bin.start, to: bin.start + length, count, marks }, shares, scale));
      continue;
    }
    const used = Math.ceil(count / ROWS);
    const indent = hasLabel ? 4 : (cell - Math.min(used, columns) * columnWidth) / 2;
    for (let at = bin.from; at < bin.to; at++) {
      const place = at - bin.from;
      drawn.push({
        shape: 'mark',
        mark: days[at] as TimelineMark,
        hasLabel,
        x: left + indent + Math.floor(place / ROWS) * columnWidth,
        y: floor - ((place % ROWS) + 1) * SIZES.mark,
        width: hasLabel ? columnWidth - 6 : SIZES.mark,
        height: SIZES.mark,
      });
    }
  }
  const many = stretches.map(({ start, end, marks }) => ({
    many: { lane, from: start, to: end, count: marks.length, marks },
    quad: (marks[0] as TimelineMark).quad,
  }));
  drawn.push(...stretchLayout(many, window, scale));
  return drawn;
}

/** A lane of which only numbers are known: towers all along. */
function countsLayout(
  lane: Lane,
  { times, quads, counts, stretches }: LaneCounts,
  window: TimeWindow,
  scale: Scale,
): Drawn[] {
  const drawn: Drawn[] = [];
  const length = binLength(scale.msPerPixel, SIZES.mark + 9);
  const most = mostIn(times, counts, length);
  for (const bin of binsOf(times, window.start - length, window.end, length)) {
    const shares: [Quad, number][] = [];
    for (let at = bin.from; at < bin.to; at++) shares.push([quads[at] as Quad, counts[at] as number]);
    const count = shares.reduce((sum, [, own]) => sum + own, 0);
    const many = { lane, from: bin.start, to: bin.start + length, count, marks: [] };
    const part = count / most;
    drawn.push(towerOf(many, sharesOf(shares), scale, part));
  }
  const many = stretches.map(({ start, end, quad, count }) => ({
    many: { lane, from: start, to: end, count, marks: [] },
    quad,
  }));
  drawn.push(...stretchLayout(many, window, scale));
  return drawn;
}

/** The most that any bin of this length holds, wherever the window is: so that towers stay as high while it moves. */
function mostIn(times: SortedTimes, counts: readonly number[], length: number): number {
  let [most, sum, bin] = [1, 0, Number.NaN];
  times.forEach((time, at) => {
    const own = Math.floor(time / length);
    if (own !== bin) sum = 0;
    bin = own;
    sum += counts[at] as number;
    most = Math.max(most, sum);
  });
  return most;
}

/** As high as its part of the highest one; where that is not known, by the order of its number. */
function towerOf(many: Many, shares: Shares, { msPerPixel, x, top }: Scale, part?: number): Drawn {
  const floor = top + SIZES.laneName + ROWS * SIZES.mark;
  const least = part === undefined ? SIZES.mark * 1.5 : 3;
  // Room for its number above it, below the name of the lane.
  const room = SPACE - 21;
  const high = least + (room - least) * Math.min(part ?? Math.log2(many.count) / 12, 1);
  const cell = (many.to - many.from) / msPerPixel;
  const wide = Math.max(Math.min(cell - 2, 40), 3);
  return {
    shape: 'tower',
    ...many,
    shares,
    x: x(many.from) + (cell - wide) / 2,
    y: floor - high,
    width: wide,
    height: high,
  };
}

function stretchLayout(
  stretches: readonly { readonly many: Many; readonly quad: Quad }[],
  window: TimeWindow,
  { x, top, width }: Scale,
): Drawn[] {
  const floor = top + SIZES.laneName + ROWS * SIZES.mark;
  const ends: number[] = Array.from({ length: SIZES.stretchRows }, () => Number.NEGATIVE_INFINITY);
  const drawn: Drawn[] = [];
  for (const { many, quad } of stretches) {
    const { from: start, to: end } = many;
    if (end < window.start || start > window.end) continue;
    const free = ends.findIndex((taken) => taken <= start);
    const row = free === -1 ? SIZES.stretchRows - 1 : free;
    ends[row] = end;
    const from = Math.max(x(start), -30);
    drawn.push({
      shape: 'stretch',
      ...many,
      quad,
      x: from,
      y: floor + 2 + row * SIZES.stretchRow,
      width: Math.max(Math.min(x(end), width + 30) - from, 6),
      height: SIZES.stretchRow,
    });
  }
  return drawn;
}

function sharesOf(all: readonly (readonly [Quad, number])[]): Shares {
  const counts = new Map<Quad, number>();
  for (const [quad, count] of all) counts.set(quad, (counts.get(quad) ?? 0) + count);
  return [...counts].map(([quad, count]) => ({ quad, count }));
}

const MOST_BAR_ROWS = 12;

/** About how wide a letter of a bar's words is. */
const LETTER = 6.6;
const MOST_WORDS = 230;

/**
 * Rows for bars so that none lies on another; what finds no row shares a low one at the end. Words stand within what is
 * sure of a bar where there is room, else after it.
 */
function packed(
  bars: readonly ConditionBar[],
  window: TimeWindow,
  x: (time: number) => number,
  width: number,
) {
  const ends: number[] = [];
  const placed: {
    bar: ConditionBar;
    row: number;
    labelX: number;
    labelRoom: number;
    isCrowd: boolean;
  }[] = [];
  const crowd: ConditionBar[] = [];
  for (const bar of bars) {
    if (bar.end < window.start || bar.start > window.end) continue;
    const from = Math.max(x(bar.start), 0);
    const sure = Math.min(Math.max(x(bar.sure), from + 3), width);
    const words = Math.min(bar.label.length * LETTER, MOST_WORDS);
    const isWithin = sure - from >= words + 12;
    const labelX = (isWithin ? from : sure) + 6;
    const to = Math.max(Math.min(x(bar.end), width), labelX + words + 4);
    let row = ends.findIndex((end) => end < from - 4);
    if (row === -1 && ends.length >= MOST_BAR_ROWS) {
      crowd.push(bar);
      continue;
    }
    if (row === -1) row = ends.length;
    ends[row] = to;
    const room = Math.min(MOST_WORDS, width - labelX - 4);
    placed.push({ bar, row, labelX, labelRoom: room > 24 ? room : 0, isCrowd: false });
  }
  for (const bar of crowd) placed.push({ bar, row: ends.length, labelX: 0, labelRoom: 0, isCrowd: true });
  return { placed, count: ends.length, hasCrowd: crowd.length > 0 };
}

/** The topmost thing at a point, if any. */
export function hit(drawn: readonly Drawn[], x: number, y: number): Drawn | undefined {
  return drawn.findLast(
    (one) => x >= one.x - 2 && x <= one.x + one.width + 2 && y >= one.y && y <= one.y + one.height,
  );
}
