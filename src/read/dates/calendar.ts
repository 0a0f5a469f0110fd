/** A day as a count of days since 1970-01-01 (proleptic Gregorian, no time zone). */
export type Day = number;

const DAY_MS = 86_400_000;

/** The day of a calendar date; null where there is no such day (31 April). */
export function dayOf(year: number, month: number, day: number): Day | null {
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === day
    ? Math.round(time.getTime() / DAY_MS)
    : null;
}

/** Year, month (1–12) and day of the month. */
export function calendarOf(day: Day): { year: number; month: number; day: number } {
  const time = new Date(day * DAY_MS);
  return { year: time.getUTCFullYear(), month: time.getUTCMonth() + 1, day: time.getUTCDate() };
}

/** ISO weekday, 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the day's ISO week. */
export function mondayOf(day: Day): Day {
  return day - weekdayOf(day) + 1;
}

/** ISO 8601 week number, with the year that the week belongs to. */
export function isoWeekOf(day: Day): { year: number; week: number } {
  const thursday = mondayOf(day) + 3;
  const { year } = calendarOf(thursday);
  const first = dayOf(year, 1, 1) as Day;
  return { year, week: Math.floor((thursday - first) / 7) + 1 };
}

/** The month `count` months on; months count from 1. */
export function addMonths(year: number, month: number, count: number): { year: number; month: number } {
  const index = year * 12 + (month - 1) + count;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}
