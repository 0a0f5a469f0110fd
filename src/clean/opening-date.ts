import type { Edtf } from '../model/index.ts';
import { type DateReading, datesIn } from './date-finder.ts';

/** Units of the first paragraph within which the place and day of an agency stand. */
const LONGEST = 110;
const MOST_WORDS = 8;
const DASH = /(?:\s-{1,2}\s|[–—])/u;

/**
 * The day with which an agency opens its story: `PORT SUDAN, 14 March 2024 (AN) - The army …`. Null where the first words
 * before a dash are anything but names and one full date.
 */
export function dayOfOpening(paragraph: string, reading: DateReading): Edtf | null {
  const opening = paragraph.slice(0, LONGEST);
  const [date, other] = datesIn(opening, reading);
  if (!date?.hasYear) return null;
  const dash = DASH.exec(opening.slice(date.end));
  if (!dash || (other && other.start < date.end + dash.index)) return null;
  const beside = `${opening.slice(0, date.start)} ${opening.slice(date.end, date.end + dash.index)}`;
  const words = beside.match(/[\p{L}\p{M}'’-]{2,}/gu) ?? [];
  const isNames = words.every((word) => /^\p{Lu}/u.test(word) || /^(?:de|del|la|el|al|of|and)$/u.test(word));
  return isNames && words.length > 0 && words.length <= MOST_WORDS && /^\p{Lu}/u.test(paragraph)
    ? date.day
    : null;
}
