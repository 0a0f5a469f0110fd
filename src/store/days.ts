import { boundsOfEdtf, sortKeyOfEdtf } from '../model/index.ts';
import type { Days } from './tables.ts';

const ALWAYS = { first: '0000-01-01', last: '9999-12-31' };

/** The date columns of an EDTF date. An open end reaches to the end of time; an unknown year has no days, only keys. */
export function daysOf(date: string | undefined): Days {
  if (date === undefined) return { first_day: null, last_day: null, day_up: '9999-99', day_down: '0000-00' };
  const bounds = boundsOfEdtf(date);
  const isKnown = bounds.first !== null || bounds.last !== null;
  if (!isKnown) {
    const key = sortKeyOfEdtf(date).slice(4);
    return { first_day: null, last_day: null, day_up: `9999${key}`, day_down: `0000${key}` };
  }
  const first = bounds.first ?? ALWAYS.first;
  const last = bounds.last ?? ALWAYS.last;
  // What is known only by its end is sorted by its end.
  const key = bounds.first ?? last;
  return { first_day: first, last_day: last, day_up: key, day_down: key };
}
