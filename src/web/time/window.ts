import { DAY } from './interval.ts';

/** What an axis shows: from `start` to `end`, milliseconds UTC. */
export interface TimeWindow {
  readonly start: number;
  readonly end: number;
}

export const SHORTEST = DAY;
export const LONGEST = 3 * 366 * DAY;

/** The window, no shorter than a day and no longer than three years, its middle kept. */
export function withinBounds({ start, end }: TimeWindow): TimeWindow {
  const length = Math.min(Math.max(end - start, SHORTEST), LONGEST);
  const middle = (start + end) / 2;
  return { start: middle - length / 2, end: middle + length / 2 };
}

/** Makes the window `factor` times as long, with the time at `anchor` (0 at the start, 1 at the end) held in its place. */
export function zoomed({ start, end }: TimeWindow, factor: number, anchor = 0.5): TimeWindow {
  const length = Math.min(Math.max((end - start) * factor, SHORTEST), LONGEST);
  const held = start + (end - start) * anchor;
  return { start: held - length * anchor, end: held + length * (1 - anchor) };
}

/** Moves the window by a part of its own length. */
export function moved({ start, end }: TimeWindow, part: number): TimeWindow {
  const by = (end - start) * part;
  return { start: start + by, end: end + by };
}

/** The window that holds all of `extent` with a little air around it. */
export function around({ start, end }: TimeWindow): TimeWindow {
  const air = Math.max((end - start) * 0.03, DAY);
  return { start: start - air, end: end + air };
}
