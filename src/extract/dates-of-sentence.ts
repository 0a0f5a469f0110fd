import type { DateMention, Document, Sentence } from '../read/index.ts';

/** The date mentions that begin in a sentence, in text order, found by binary search: an article may have many thousands. */
export function datesOfSentence({ dates }: Document, { start, end }: Sentence): DateMention[] {
  let [low, high] = [0, dates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] as DateMention).start < start) low = middle + 1;
    else high = middle;
  }
  const found: DateMention[] = [];
  for (let index = low; index < dates.length; index++) {
    const date = dates[index] as DateMention;
    if (date.start >= end) break;
    found.push(date);
  }
  return found;
}
