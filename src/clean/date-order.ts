import type { Edtf } from '../model/index.ts';
import { type DayOrder, datesIn } from './date-finder.ts';

const US_ZONE = /\b(?:E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|AKST|HST)\b/;
const NUMBERS = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d./-])/;

/**
 * How a page orders the numbers of a date: by a date of its own that can be read one way only, by one that agrees with a day that is known
 * otherwise, by a zone of the United States, by its language. Undefined where nothing tells.
 */
export function dayOrderOf(
  lines: readonly string[],
  known: readonly Edtf[],
  language: string | undefined,
): DayOrder | undefined {
  const numbers = lines.filter((line) => NUMBERS.test(line.slice(0, 400)));
  for (const line of numbers) {
    const [, first, , second] = NUMBERS.exec(line.slice(0, 400)) ?? [];
    if (Number(first) > 12 && Number(second) <= 12) return 'dmy';
    if (Number(second) > 12 && Number(first) <= 12) return 'mdy';
  }
  for (const line of numbers)
    for (const order of ['dmy', 'mdy'] as const)
      if (
        datesIn(line, { order }).some(({ day }) => known.includes(day)) &&
        !datesIn(line, { order: other(order) }).some(({ day }) => known.includes(day))
      )
        return order;
  if (numbers.some((line) => US_ZONE.test(line))) return 'mdy';
  const [base, region] = (language ?? '').toLowerCase().split(/[-_]/);
  if (!base) return undefined;
  if (base === 'en') return region === 'us' ? 'mdy' : region ? 'dmy' : undefined;
  return 'dmy';
}

function other(order: DayOrder): DayOrder {
  return order === 'dmy' ? 'mdy' : 'dmy';
}
