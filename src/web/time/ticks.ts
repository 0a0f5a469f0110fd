import { locale } from '../messages/index.ts';
import { DAY } from './interval.ts';
import type { TimeWindow } from './window.ts';

/** Marks of a time axis: the small ones with short words, the large ones above them. */
export interface Tick {
  readonly time: number;
  readonly label: string;
  readonly isMajor: boolean;
  /** Said where its line lies before the axis: in full, for nothing stands before it. */
  readonly inFull: string;
}

type Step = { readonly days: number; readonly months: number; readonly width: number };
/** From fine to coarse; `width` is what a label needs, in pixels. */
const STEPS: readonly Step[] = [
  { days: 1, months: 0, width: 44 },
  { days: 7, months: 0, width: 52 },
  { days: 0, months: 1, width: 44 },
  { days: 0, months: 3, width: 44 },
  { days: 0, months: 12, width: 44 },
];

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
const day = format({ day: 'numeric' });
const dayMonth = format({ day: 'numeric', month: 'short' });
const month = format({ month: 'short' });
const monthYear = format({ month: 'short', year: 'numeric' });
const year = format({ year: 'numeric' });
const fullDay = format({ day: 'numeric', month: 'short', year: 'numeric' });

/** The marks that fit on an axis of `width` pixels; every first of a larger unit is a major one. */
export function ticksOf({ start, end }: TimeWindow, width: number): Tick[] {
  const perDay = (width * DAY) / (end - start);
  const step =
    STEPS.find((one) => perDay * (one.days || one.months * 30) >= one.width) ?? (STEPS.at(-1) as Step);
  const ticks: Tick[] = [];
  for (let time = floorTo(start, step); time <= end && ticks.length < 400; time = next(time, step)) {
    const date = new Date(time);
    if (step.days > 0) {
      const isMajor = date.getUTCDate() <= step.days;
      const words = isMajor || step.days > 1 ? dayMonth : day;
      ticks.push({ time, label: words.format(date), isMajor, inFull: fullDay.format(date) });
    } else {
      const isMajor = date.getUTCMonth() === 0;
      ticks.push({
        time,
        label: (step.months === 12 ? year : isMajor ? monthYear : month).format(date),
        isMajor,
        inFull: (step.months === 12 ? year : monthYear).format(date),
      });
    }
  }
  return ticks;
}

function floorTo(time: number, { days, months }: Step): number {
  const date = new Date(time);
  if (months > 0) {
    return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / months) * months);
  }
  return days === 7 ? mondayOf(time) : Math.floor(time / DAY) * DAY;
}

function next(time: number, { days, months }: Step): number {
  if (days > 0) return time + days * DAY;
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months);
}

/** The Monday of a time's week. 1 January 1970 was a Thursday. */
export function mondayOf(time: number): number {
  return Math.floor((time / DAY + 3) / 7) * 7 * DAY - 3 * DAY;
}
