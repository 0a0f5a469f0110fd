import { DAY } from './interval.ts';

/** Times in rising order, and how many of them fall into a stretch. */
export type SortedTimes = Float64Array;

/** First index whose time is not before `time`. */
export function firstAt(times: SortedTimes, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

const STEPS = [1, 2, 4, 7, 14, 28, 56].map((days) => days * DAY);

/**
 * How long a bin is, so that it is at least `least` pixels wide. Bins begin at multiples of their length and so stay
 * where they are while the window moves.
 */
export function binLength(msPerPixel: number, least: number): number {
  return STEPS.find((step) => step / msPerPixel >= least) ?? (STEPS.at(-1) as number);
}

export interface Bin {
  readonly start: number;
  /** Indices of what falls in, from `from` up to but not including `to`. */
  readonly from: number;
  readonly to: number;
}

/** The bins with something in them between two times. Takes one search for each bin that is not empty. */
export function binsOf(times: SortedTimes, start: number, end: number, length: number): Bin[] {
  const bins: Bin[] = [];
  let at = firstAt(times, Math.floor(start / length) * length);
  while (at < times.length && (times[at] as number) < end) {
    const begin = Math.floor((times[at] as number) / length) * length;
    const to = firstAt(times, begin + length);
    bins.push({ start: begin, from: at, to });
    at = to;
  }
  return bins;
}
