import { daysBetween, isoDay, timeOfDay } from '../time/interval.ts';

/** A dossier whose newest article is no older than this is still followed, and its counters run on. */
const FOLLOWED_DAYS = 14;

/**
 * The day up to which counters run: today where the newest article, of the day `asOf`, is a fresh one; else that day,
 * because nobody knows what happened since.
 */
export function countedTo(asOf: string, now = Date.now()): string {
  const age = daysBetween(timeOfDay(asOf), now);
  return age >= 0 && age <= FOLLOWED_DAYS ? isoDay(now) : asOf;
}

/** Whole days from one day to another, both YYYY-MM-DD. */
export function daysTo(from: string, to: string): number {
  return daysBetween(timeOfDay(from), timeOfDay(to));
}
