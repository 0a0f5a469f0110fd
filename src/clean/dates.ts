import { type Edtf, edtf, isEdtf } from '../model/index.ts';

const MONTHS: { readonly [start: string]: number } = {
  jan: 1,
  gen: 1,
  янв: 1,
  feb: 2,
  фев: 2,
  mar: 3,
  мар: 3,
  apr: 4,
  апр: 4,
  may: 5,
  mag: 5,
  мая: 5,
  май: 5,
  jun: 6,
  giu: 6,
  июн: 6,
  jul: 7,
  lug: 7,
  июл: 7,
  aug: 8,
  ago: 8,
  авг: 8,
  sep: 9,
  set: 9,
  сен: 9,
  oct: 10,
  ott: 10,
  окт: 10,
  nov: 11,
  ноя: 11,
  dec: 12,
  dic: 12,
  дек: 12,
};

/** The day of a machine-readable date (ISO 8601, or as in HTTP), as it is written there; null where there is none. */
export function dayOf(text: string): Edtf | null {
  const iso =
    /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T\s]|$)/.exec(text) ?? /^\s*(\d{4})(\d{2})(\d{2})(?:T|$)/.exec(text);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  return dayInWords(text.slice(0, 120));
}

/** The first full date in a visible line: `6 March 2023`, `March 6, 2023`, `06.03.2023`, `6 marzo 2023`, `6 марта 2023`. */
export function dayInWords(text: string): Edtf | null {
  const dayFirst =
    /(?<![\d.])(\d{1,2})(?:st|nd|rd|th|\.|º)?\s{1,3}(?:de\s|of\s)?(\p{L}{3,12})\.?,?\s{1,3}(?:de\s)?(\d{4})(?!\d)/u.exec(
      text,
    );
  if (dayFirst) {
    const month = MONTHS[(dayFirst[2] as string).slice(0, 3).toLowerCase()];
    if (month) return checked(Number(dayFirst[3]), month, Number(dayFirst[1]));
  }
  const monthFirst = /(\p{L}{3,12})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})(?!\d)/u.exec(text);
  if (monthFirst) {
    const month = MONTHS[(monthFirst[1] as string).slice(0, 3).toLowerCase()];
    if (month) return checked(Number(monthFirst[3]), month, Number(monthFirst[2]));
  }
  const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(text);
  if (dotted) return checked(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  // 30/05/2023: day first in most of the world; month first where only that is a date. 05/06/2023 says nothing certain.
  const slashed = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(text);
  if (!slashed) return null;
  const [a, b, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
  if (a > 12) return checked(year, b, a);
  return b > 12 || a === b ? checked(year, a, b) : null;
}

/** A day without a year in a byline or date line: `28 July`, `July 28`. The year stays open. */
export function dayWithoutYear(text: string): Edtf | null {
  const match = /(?<![\d\p{L}])(\d{1,2})\s(\p{L}{3,12})(?![\p{L}\d])/u.exec(text);
  const other = /(?<!\p{L})(\p{L}{3,12})\s(\d{1,2})(?![\d:])/u.exec(text);
  const [day, name] = match ? [match[1], match[2]] : other ? [other[2], other[1]] : [];
  const month = MONTHS[(name ?? '').slice(0, 3).toLowerCase()];
  if (!month || !day || Number(day) < 1 || Number(day) > 31) return null;
  const date = `XXXX-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isEdtf(date) ? edtf(date) : null;
}

/** `/2023/03/06/` or `2023-03-06` in an address. */
export function dayInUrl(url: string): Edtf | null {
  const match = /(?<!\d)((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?!\d)/.exec(url);
  return match ? checked(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

function checked(year: number, month: number, day: number): Edtf | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return year >= 1900 && year <= 2100 && isEdtf(text) ? edtf(text) : null;
}
