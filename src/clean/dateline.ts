import { type DateReading, datesIn } from './date-finder.ts';
import { dateLabelsIn } from './date-labels.ts';

const LONGEST = 160;
/** Words beside the dates: of a line that calls its date that of publication or of a change, and of another. */
const MOST_WORDS_LABELLED = 9;
const MOST_WORDS = 6;
const MOST_UNICASE = 14;
const TIME =
  /\d{1,2}\s?[:.hH時时点]\s?\d{2}(?:\s?[:分]\s?\d{0,2})?|\d{1,2}\s?(?:[ap]\.?m\.?|Uhr|h|时|時|点)(?!\p{L})/giu;

/**
 * Whether a line is a date of the article and little else: `First published: 9 June 2031, 16:20 | Last updated: 12 June 2031`. `mustSay`: only
 * where it says what date that is.
 */
export function isDateline(line: string, reading: DateReading = {}, mustSay = false): boolean {
  if (line.length > LONGEST || !/\p{Nd}/u.test(line)) return false;
  // Which number is the day does not matter here.
  const dates = datesIn(line, { order: 'dmy', ...reading });
  if (dates.length === 0) return false;
  let rest = line;
  for (const { start, end } of dates.toReversed()) rest = `${rest.slice(0, start)} · ${rest.slice(end)}`;
  rest = rest.replace(TIME, ' · ');
  let labelled = rest;
  for (const { start, end } of dateLabelsIn(rest).toReversed())
    labelled = `${labelled.slice(0, start)} ${labelled.slice(end)}`;
  const isLabelled = labelled !== rest;
  // Two days that nothing tells apart are those of what the story is about.
  if (!isLabelled && (mustSay || dates.length > 1 || !dates[0]?.hasYear)) return false;
  const letters = labelled.match(/\p{L}/gu)?.length ?? 0;
  // Scripts without capitals: a few letters are a name or a section, more are a sentence.
  if (letters > MOST_UNICASE && !/[\p{Lu}\p{Ll}]/u.test(labelled) && !isLabelled) return false;
  const words = labelled.match(/[\p{L}\p{M}'’-]{2,}/gu) ?? [];
  // A sentence that tells of a day says what happened then: its small words show it.
  const isSentence = /\p{L}{3,}[.!?…。]["”»]?$/u.test(line) && words.length > 3;
  if (isSentence) return false;
  if (isLabelled) return words.length <= MOST_WORDS_LABELLED;
  return words.length <= MOST_WORDS && words.filter((word) => /^\p{Ll}{4,}/u.test(word)).length <= 1;
}
