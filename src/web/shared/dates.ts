import { locale, t } from '../messages/index.ts';

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
const fullDay = format({ day: 'numeric', month: 'long', year: 'numeric' });
const shortDay = format({ day: 'numeric', month: 'short', year: 'numeric' });
const dayOfMonth = format({ day: 'numeric', month: 'long' });
const monthOnly = format({ month: 'long' });
const monthYear = format({ month: 'long', year: 'numeric' });
const weekday = format({ weekday: 'short' });

/** An EDTF date for people; what is not known is said, not guessed. `short` cuts month names. */
export function dateInWords(edtf: string, length: 'long' | 'short' = 'long'): string {
  if (edtf.includes('/')) {
    const [first = '', last = ''] = edtf.split('/');
    const isOpen = (end: string) => end === '' || end === '..';
    if (isOpen(first)) return t('date.upTo', { date: dateInWords(last, length) });
    if (isOpen(last)) return t('date.from', { date: dateInWords(first, length) });
    return t('date.range', { first: dateInWords(first, length), last: dateInWords(last, length) });
  }
  const words = plainDate(edtf.replace(/[?~%]$/, ''), length);
  if (/[~%]$/.test(edtf)) return t('date.about', { date: words });
  return edtf.endsWith('?') ? t('date.uncertain', { date: words }) : words;
}

function plainDate(edtf: string, length: 'long' | 'short'): string {
  const [date = '', time] = edtf.split('T');
  const [year = '', month, day] = date.split('-');
  if (month && Number(month) > 20) return t(`date.season.${Number(month) - 20}` as 'date.season.1', { year });
  const knownMonth = month && month !== 'XX' ? month : null;
  const knownDay = day && day !== 'XX' ? day : null;
  const clock = time ? `, ${time.slice(0, 5)}` : '';
  const at = (y: string) => new Date(`${y}-${knownMonth ?? '01'}-${knownDay ?? '01'}T00:00:00Z`);
  if (year.includes('X')) {
    if (!knownMonth) return year === 'XXXX' ? t('date.none') : year;
    // 2000 is a leap year, so that 29 February exists.
    return t('date.unknownYear', { date: (knownDay ? dayOfMonth : monthOnly).format(at('2000')) });
  }
  if (!knownMonth) return year;
  if (!knownDay) return monthYear.format(at(year));
  return (length === 'long' ? fullDay : shortDay).format(at(year)) + clock;
}

/** Where a date stands on the timeline: its month's heading, and what the gutter shows beside the line. */
export interface TimelinePlace {
  /** `2023-03`, `2023`, or `unknown`. */
  readonly month: string;
  readonly heading: string;
  /** Number of the day, where a full day is known. */
  readonly day?: string;
  readonly weekday?: string;
  /** What is known instead of a full day. */
  readonly words?: string;
}

export function timelinePlaceOf(edtf: string): TimelinePlace {
  const first = edtf.startsWith('..') || edtf.startsWith('/') ? edtf.slice(edtf.indexOf('/') + 1) : edtf;
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d\d))?/.exec(first);
  if (!match) return { month: 'unknown', heading: t('timeline.undated'), words: dateInWords(edtf, 'short') };
  const [, year = '', month, day] = match;
  if (!month) return { month: year, heading: year, words: dateInWords(edtf, 'short') };
  const heading = monthYear.format(new Date(`${year}-${month}-01T00:00:00Z`));
  const place = { month: `${year}-${month}`, heading };
  if (!day) {
    const words = dateInWords(edtf, 'short');
    return { ...place, words: words === heading ? t('timeline.dayUnknown') : words };
  }
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const exact = /^\d{4}-\d\d-\d\d(?:T.*)?$/.test(edtf);
  return exact
    ? { ...place, day: String(Number(day)), weekday: weekday.format(date) }
    : { ...place, words: dateInWords(edtf, 'short') };
}
