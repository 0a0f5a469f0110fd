import { z } from 'zod';

/**
 * EDTF dates (ISO 8601-2:2019, profiles 0 and 1), the part that the record uses:
 * years, months, days, times of day, unspecified digits (`XXXX-03-01`, `2023-XX`), seasons (`2023-21`),
 * uncertain and approximate dates (`?`, `~`, `%`) and intervals (`2023-03-05/2023-03-07`, `2023-03-05/..`).
 */
const YEAR = '(?:\\d{4}|\\d{3}X|\\d{2}XX|XXXX)';
const MONTH = '(?:0[1-9]|1[0-2]|XX)';
const SEASON = '(?:2[1-4])';
const DAY = '(?:0[1-9]|[12]\\d|3[01]|XX)';
const TIME = '(?:T(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)?)';
const DATE = `${YEAR}(?:-${SEASON}|(?:-${MONTH}(?:-${DAY}${TIME}?)?)?[?~%]?)`;
const SINGLE = new RegExp(`^${DATE}$`);
const PATTERN = new RegExp(`^(?:${DATE}|(?:${DATE}|\\.\\.)/(?:${DATE}|\\.\\.)|(?:${DATE})/|/(?:${DATE}))$`);

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Is `text` a well-formed EDTF date or interval of an existing day? */
export function isEdtf(text: string): boolean {
  if (text.length > 64 || !PATTERN.test(text)) return false;
  const parts = text.split('/');
  if (!parts.every((part) => part === '' || part === '..' || (isRealDay(part) && !/X.*[?~%]/.test(part))))
    return false;
  return parts.length === 1 || !endsBeforeItBegins(text);
}

function endsBeforeItBegins(interval: string): boolean {
  const { first, last } = boundsOfEdtf(interval);
  return first !== null && last !== null && last < first;
}

function isRealDay(date: string): boolean {
  const match = /^(....)-(\d\d)-(\d\d)/.exec(date);
  if (!match) return true;
  const [, year, month, day] = match as unknown as [string, string, string, string];
  const monthNumber = Number(month);
  if (monthNumber > 12) return false;
  if (Number(day) > (DAYS_IN_MONTH[monthNumber - 1] as number)) return false;
  return monthNumber !== 2 || Number(day) < 29 || /X/.test(year) || isLeapYear(Number(year));
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export const Edtf = z
  .string()
  .refine(isEdtf, { message: 'not an EDTF date (ISO 8601-2), such as 2023-03-05, 2020-11 or XXXX-03-01' })
  .brand<'Edtf'>()
  .meta({
    id: 'Edtf',
    description: 'EDTF date (ISO 8601-2): 2023-03-05, 2020-11, XXXX-03-01, 2023-03-05/..',
  });
export type Edtf = z.infer<typeof Edtf>;

/** Checks and brands. Throws a ZodError where `text` is no EDTF date. */
export function edtf(text: string): Edtf {
  return Edtf.parse(text);
}

/** A calendar day in parts; `null` stands for what is not known. Months count from 1. */
export interface DateParts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** Builds `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, with `X` for an unknown year or an unknown middle part. */
export function edtfOfParts({ year, month, day }: DateParts): Edtf {
  const yearText = year === null ? 'XXXX' : String(year).padStart(4, '0');
  if (month === null && day === null) return edtf(yearText);
  const monthText = month === null ? 'XX' : String(month).padStart(2, '0');
  if (day === null) return edtf(`${yearText}-${monthText}`);
  return edtf(`${yearText}-${monthText}-${String(day).padStart(2, '0')}`);
}

/** Reads a single date (no interval) into parts, or `null` where it is an interval, a season or has half-known parts. */
export function partsOfEdtf(date: string): DateParts | null {
  if (!SINGLE.test(date)) return null;
  const match = /^(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?/.exec(date);
  if (!match) return null;
  const part = (text: string | undefined) =>
    text === undefined || text.startsWith('X') ? null : Number(text);
  const month = part(match[2]);
  if (month !== null && month > 12) return null;
  return { year: part(match[1]), month, day: part(match[3]) };
}

/** First and last day that a date can mean, as `YYYY-MM-DD`; `null` for an open or unknown end. */
export function boundsOfEdtf(date: string): { first: string | null; last: string | null } {
  if (date.includes('/')) {
    const [from, to] = date.split('/') as [string, string];
    return {
      first: from === '' || from === '..' ? null : boundsOfEdtf(from).first,
      last: to === '' || to === '..' ? null : boundsOfEdtf(to).last,
    };
  }
  const season = /^(\d{4})-2([1-4])/.exec(date);
  if (season) {
    const [first, last] = SEASONS[Number(season[2]) - 1] as [string, string];
    return { first: `${season[1]}-${first}`, last: `${season[1]}-${last}` };
  }
  const parts = partsOfEdtf(date);
  if (!parts || parts.year === null) return { first: null, last: null };
  const year = String(parts.year).padStart(4, '0');
  if (parts.month === null) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const month = String(parts.month).padStart(2, '0');
  if (parts.day !== null) {
    const day = String(parts.day).padStart(2, '0');
    return { first: `${year}-${month}-${day}`, last: `${year}-${month}-${day}` };
  }
  const length =
    parts.month === 2 && !isLeapYear(parts.year) ? 28 : (DAYS_IN_MONTH[parts.month - 1] as number);
  return { first: `${year}-${month}-01`, last: `${year}-${month}-${length}` };
}

/** Northern seasons as EDTF numbers them: 21 spring, 22 summer, 23 autumn, 24 winter (of that year's December). */
const SEASONS = [
  ['03-01', '05-31'],
  ['06-01', '08-31'],
  ['09-01', '11-30'],
  ['12-01', '12-31'],
];

const DAY_MS = 86_400_000;

/** The day `count` days after (or before, if negative) a full day `YYYY-MM-DD`; `null` where the date is no full day. */
export function addDays(date: string, count: number): Edtf | null {
  const parts = partsOfEdtf(date);
  if (!parts || parts.year === null || parts.month === null || parts.day === null) return null;
  const moved = new Date(Date.UTC(parts.year, parts.month - 1, parts.day) + count * DAY_MS);
  if (Number.isNaN(moved.getTime())) return null;
  const year = moved.getUTCFullYear();
  if (year < 0 || year > 9999) return null;
  return edtfOfParts({ year, month: moved.getUTCMonth() + 1, day: moved.getUTCDate() });
}

/** Whole days from one full day to another (negative where `to` is earlier); `null` where either is no full day. */
export function daysBetween(from: string, to: string): number | null {
  const [a, b] = [partsOfEdtf(from), partsOfEdtf(to)];
  if (a?.year == null || a.month === null || a.day === null) return null;
  if (b?.year == null || b.month === null || b.day === null) return null;
  return Math.round((Date.UTC(b.year, b.month - 1, b.day) - Date.UTC(a.year, a.month - 1, a.day)) / DAY_MS);
}

/** A key by which dates sort in time order as text; unknown years sort last. */
export function sortKeyOfEdtf(date: string): string {
  return boundsOfEdtf(date).first ?? `9999-${date.slice(5) || '12-31'}`;
}
