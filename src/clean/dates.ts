import type { Edtf } from '../model/index.ts';
import { type DateReading, datesIn, dayFrom } from './date-finder.ts';
import { monthOf } from './months.ts';

/** A day that a page's data gives, and the time of it. */
export interface Moment {
  readonly day: Edtf;
  /** Minutes since midnight, as written; undefined where only the day is. */
  readonly minutes?: number;
  /** Whether the time is said to be UTC, or of no zone (which mostly comes to the same). */
  readonly isUtc?: boolean;
}

const ISO =
  /^\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]\s?(\d{2}):?(\d{2})(?::?\d{2})?(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?|T|\s|$)/i;

/** The moment of a machine-readable date (ISO 8601, or as in HTTP), its day as it is written there; null where there is none. */
export function momentOf(text: string, reading: DateReading = {}): Moment | null {
  const iso = ISO.exec(text.slice(0, 120));
  if (iso) {
    const day = dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    if (!day) return null;
    const zone = iso[6] ?? 'Z';
    if (iso[4] === undefined) return { day };
    return {
      day,
      minutes: Number(iso[4]) * 60 + Number(iso[5]),
      isUtc: /^(?:[A-Z]+|[+-]00:?00)$/i.test(zone),
    };
  }
  const day = dayInWords(text.slice(0, 120), reading);
  if (!day) return null;
  const time = /(?<!\d)(\d{1,2}):(\d{2})(?::\d{2})?\s?(?:GMT|UTC)(?:\s?\+0000)?(?![+\-\d])/.exec(
    text.slice(0, 120),
  );
  return { day, ...(time && { minutes: Number(time[1]) * 60 + Number(time[2]), isUtc: true }) };
}

/** The day of a machine-readable date, as it is written there. */
export function dayOf(text: string, reading: DateReading = {}): Edtf | null {
  return momentOf(text, reading)?.day ?? null;
}

/** The first full date in a visible line: `6 March 2023`, `March 6, 2023`, `06.03.2023`, `6 marzo 2023`, `2023年3月6日`. */
export function dayInWords(text: string, reading: DateReading = {}): Edtf | null {
  return datesIn(text, reading).find(({ hasYear }) => hasYear)?.day ?? null;
}

/** A day without a year in a byline or date line: `28 July`, `July 28`. The year stays open. */
export function dayWithoutYear(text: string, reading: DateReading = {}): Edtf | null {
  return datesIn(text, reading).find(({ hasYear }) => !hasYear)?.day ?? null;
}

/** `/2023/03/06/`, `/2023/mar/06/`, `2023-03-06`, or `/20230306` in an address. */
export function dayInUrl(url: string): Edtf | null {
  const address = url.slice(0, 1000);
  const numbers = /(?<!\d)((?:19|20)\d{2})([/-])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(address);
  if (numbers) return dayFrom(Number(numbers[1]), Number(numbers[3]), Number(numbers[4]));
  const named = /\/((?:19|20)\d{2})\/([a-z]{3,9})\/(\d{1,2})(?!\d)/i.exec(address);
  const month = named ? monthOf(named[2] as string, 'en') : null;
  if (named && month) return dayFrom(Number(named[1]), month, Number(named[3]));
  const compact = /[/-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/._-]|$)/.exec(address);
  return compact ? dayFrom(Number(compact[1]), Number(compact[2]), Number(compact[3])) : null;
}
