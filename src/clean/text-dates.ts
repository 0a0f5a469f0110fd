import type { Edtf } from '../model/index.ts';
import { type DateReading, datesIn } from './date-finder.ts';
import { labelledDates } from './visible-dates.ts';

const LONGEST = 160;
const MOST_LINES = 4;
/** Letters that a line may have beside its dates: a label, the name of a day, a writer's name. */
const MOST_BESIDE = 60;

/** Whether a line is a date and little else. */
export function isDateLine(text: string): boolean {
  if (text.length > LONGEST || !/\p{Nd}/u.test(text)) return false;
  const dates = datesIn(text);
  if (dates.length === 0) return false;
  const inside = dates.reduce((sum, { start, end }) => sum + end - start, 0);
  return text.length - inside <= MOST_BESIDE;
}

/** The day of publication that the lines by a headline show, nearest first: one that is called so, else one that is no update. */
export function dayShown(lines: readonly string[], reading: DateReading): Edtf | undefined {
  const dates = lines
    .filter((text) => isDateLine(text))
    .slice(0, MOST_LINES)
    .flatMap((text) => labelledDates(text, reading))
    .filter(({ hasYear, role }) => hasYear && role !== 'updated');
  return (dates.find(({ role }) => role === 'published') ?? dates[0])?.day;
}
