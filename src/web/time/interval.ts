/** EDTF dates as stretches of time, for drawing. Times are milliseconds UTC; ends are exclusive. */
export interface Interval {
  readonly start: number;
  readonly end: number;
  /** A full day (or a range of full days) that nothing in the date doubts. */
  readonly isExact: boolean;
  /** Open on one side: `2023-03-05/..` goes on, `../2023-03-05` began sometime. */
  readonly open?: 'start' | 'end';
}

export const DAY = 86_400_000;

/**
 * The stretch that an EDTF date allows; null where it has no year, and so no place on an axis. A month is its days, a
 * season three months; `~`, `?` and `%` keep their stretch but are not exact. Of an open interval the known end counts.
 */
export function intervalOf(edtf: string): Interval | null {
  if (!edtf.includes('/')) return single(edtf);
  const [first = '', last = ''] = edtf.split('/');
  const [from, to] = [single(first), single(last)];
  if (from && to) {
    return { start: from.start, end: Math.max(to.end, from.end), isExact: from.isExact && to.isExact };
  }
  if (from) return { ...from, open: 'end' };
  return to ? { ...to, open: 'start' } : null;
}

function single(edtf: string): Interval | null {
  const match = /^(\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T[\d:.Z+-]*)?([?~%])?$/.exec(edtf);
  if (!match) return null;
  const [, year = '', month, day, doubt] = match;
  const y = Number(year);
  if (!month || month === 'XX') return { start: Date.UTC(y, 0), end: Date.UTC(y + 1, 0), isExact: false };
  const m = Number(month);
  if (m > 20) return season(y, m - 21);
  if (m < 1 || m > 12) return null;
  if (!day || day === 'XX') return { start: Date.UTC(y, m - 1), end: Date.UTC(y, m), isExact: false };
  const start = Date.UTC(y, m - 1, Number(day));
  return { start, end: start + DAY, isExact: !doubt };
}

/** Spring begins in March; winter ends in the next year. */
function season(year: number, index: number): Interval | null {
  if (index < 0 || index > 3) return null;
  const first = 2 + 3 * index;
  return { start: Date.UTC(year, first), end: Date.UTC(year, first + 3), isExact: false };
}

/** The day of a time, YYYY-MM-DD. */
export function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

export function timeOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Whole days from one time to another. */
export function daysBetween(from: number, to: number): number {
  return Math.floor((to - from) / DAY);
}
