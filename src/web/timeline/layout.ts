import type { Quad } from '../api/client.ts';
import { binLength, binsOf } from '../time/bins.ts';
import type { TimeWindow } from '../time/window.ts';
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
  bar: 20,
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
    | { readonly shape: 'tower'; readonly marks: readonly TimelineMark[]; readonly shares: Shares }
    | { readonly shape: 'stretch'; readonly marks: readonly TimelineMark[] }
    | {
        readonly shape: 'bar';
        readonly bar: ConditionBar;
        readonly sureWidth: number;
        readonly hasLabel: boolean;
      }
  );
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
  lanes: Readonly<Record<Lane, LaneMarks>>,
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
    drawn.push(...laneLayout(lanes[lane], { start, end }, { msPerPixel, x, top: y, width }));
    y += SIZES.lane;
  }
  const rows = packed(bars, { start, end }, x, width);
  const height = SIZES.laneName + Math.max(rows.count, 1) * SIZES.bar + 6;
  places.push({ lane: 'conditions', y, height });
  for (const { bar, row, hasLabel } of rows.placed) {
    const from = Math.max(x(bar.start), -20);
    const to = Math.min(x(bar.end), width + 20);
    drawn.push({
      shape: 'bar',
      bar,
      hasLabel,
      x: from,
      y: y + SIZES.laneName + row * SIZES.bar,
      width: Math.max(to - from, 3),
      height: SIZES.bar - 5,
      sureWidth: Math.max(Math.min(x(bar.sure), width + 20) - from, 3),
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

function laneLayout({ days, times, stretches }: LaneMarks, window: TimeWindow, scale: Scale): Drawn[] {
  const { msPerPixel, x, top, width } = scale;
  const drawn: Drawn[] = [];
  const space = SIZES.lane - SIZES.laneName - SIZES.stretchRows * SIZES.stretchRow - 4;
  const rows = Math.floor(space / SIZES.mark);
  const floor = top + SIZES.laneName + rows * SIZES.mark;
  const length = binLength(msPerPixel, SIZES.mark + 2);
  for (const bin of binsOf(times, window.start - length, window.end, length)) {
    const count = bin.to - bin.from;
    const left = x(bin.start);
    const cell = length / msPerPixel;
    const hasLabel = cell >= SIZES.labelled;
    const columnWidth = hasLabel ? SIZES.labelled : SIZES.mark + 2;
    const columns = Math.max(1, Math.floor(cell / columnWidth));
    if (count > rows * columns) {
      const marks = days.slice(bin.from, bin.to);
      const high = Math.min(space, SIZES.mark * 1.5 + (space - SIZES.mark * 1.5) * (Math.log2(count) / 12));
      const wide = Math.min(cell - 2, 40);
      drawn.push({
        shape: 'tower',
        marks,
        shares: sharesOf(marks),
        x: left + (cell - wide) / 2,
        y: floor - high,
        width: wide,
        height: high,
      });
      continue;
    }
    const used = Math.ceil(count / rows);
    const indent = hasLabel ? 4 : (cell - Math.min(used, columns) * columnWidth) / 2;
    for (let at = bin.from; at < bin.to; at++) {
      const place = at - bin.from;
      drawn.push({
        shape: 'mark',
        mark: days[at] as TimelineMark,
        hasLabel,
        x: left + indent + Math.floor(place / rows) * columnWidth,
        y: floor - ((place % rows) + 1) * SIZES.mark,
        width: hasLabel ? SIZES.labelled - 6 : SIZES.mark,
        height: SIZES.mark,
      });
    }
  }
  const ends: number[] = Array.from({ length: SIZES.stretchRows }, () => Number.NEGATIVE_INFINITY);
  for (const { start, end, marks } of stretches) {
    if (end < window.start || start > window.end) continue;
    const free = ends.findIndex((taken) => taken <= start);
    const row = free === -1 ? SIZES.stretchRows - 1 : free;
    ends[row] = end;
    const from = Math.max(x(start), -30);
    drawn.push({
      shape: 'stretch',
      marks,
      x: from,
      y: floor + 2 + row * SIZES.stretchRow,
      width: Math.max(Math.min(x(end), width + 30) - from, 6),
      height: SIZES.stretchRow,
    });
  }
  return drawn;
}

function sharesOf(marks: readonly TimelineMark[]): Shares {
  const counts = new Map<Quad, number>();
  for (const { quad } of marks) counts.set(quad, (counts.get(quad) ?? 0) + 1);
  return [...counts].map(([quad, count]) => ({ quad, count }));
}

const MOST_BAR_ROWS = 12;

/** Rows for bars so that none lies on another; what finds no row shares the last. */
function packed(
  bars: readonly ConditionBar[],
  window: TimeWindow,
  x: (time: number) => number,
  width: number,
) {
  const ends: number[] = [];
  const placed: { bar: ConditionBar; row: number; hasLabel: boolean }[] = [];
  for (const bar of bars) {
    if (bar.end < window.start || bar.start > window.end) continue;
    const from = Math.max(x(bar.start), 0);
    const to = Math.max(Math.min(x(bar.end), width), from + Math.min(bar.label.length * 6.5 + 12, 220));
    let row = ends.findIndex((end) => end < from - 4);
    const hasRoom = row !== -1 || ends.length < MOST_BAR_ROWS;
    if (row === -1) row = hasRoom ? ends.length : MOST_BAR_ROWS - 1;
    ends[row] = Math.max(to, ends[row] ?? 0);
    placed.push({ bar, row, hasLabel: hasRoom });
  }
  return { placed, count: ends.length };
}

/** The topmost thing at a point, if any. */
export function hit(drawn: readonly Drawn[], x: number, y: number): Drawn | undefined {
  return drawn.findLast(
    (one) => x >= one.x - 2 && x <= one.x + one.width + 2 && y >= one.y && y <= one.y + one.height,
  );
}

/** The events behind something drawn. */
export function linesBehind(one: Drawn): { article: string; line: string }[] {
  if (one.shape === 'bar') return [one.bar];
  if (one.shape === 'mark') return [one.mark];
  return [...one.marks];
}
