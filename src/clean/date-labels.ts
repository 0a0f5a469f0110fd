import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import { newList } from './lists.ts';
import { isHalf, kindOf, LETTER, pairKind } from './signs.ts';

const Labels = z.object({ updated: z.array(z.string()), published: z.array(z.string()) });
const labels = Labels.parse(readDataFile(new URL('./date-labels.yaml', import.meta.url)));
/** Scripts that write no blanks between words. */
const UNPARTED =
  /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{M}]+$/u;

/** What says that a date behind it is that of publication or of a change. UTF-16 offsets. */
export interface DateLabel {
  readonly start: number;
  readonly end: number;
  readonly isUpdate: boolean;
}

interface Known {
  readonly text: string;
  readonly isUpdate: boolean;
  /** Whether it must stand between no letters. */
  readonly isWord: boolean;
}

/** First letter → labels, in the order in which they are tried: those of a change first, the longest first. */
const byLetter = new Map<number, Known[]>();
for (const [list, isUpdate] of [
  [labels.updated, true],
  [labels.published, false],
] as const)
  for (const text of list.toSorted((a, b) => b.length - a.length)) {
    const letter = text.charCodeAt(0);
    const known = byLetter.get(letter) ?? [];
    known.push({ text, isUpdate, isWord: !UNPARTED.test(text) });
    byLetter.set(letter, known);
  }

/** The labels of dates in a line, in order, none in another. Linear. */
export function dateLabelsIn(line: string): DateLabel[] {
  const found = newList<DateLabel>();
  // A letter that becomes two when made small would move the places.
  const small = line.replaceAll('İ', 'I').toLowerCase();
  for (let at = 0; at < small.length; ) {
    const label = labelAtPlace(small, at);
    if (label) found.push({ start: at, end: at + label.text.length, isUpdate: label.isUpdate });
    at += label?.text.length ?? 1;
  }
  return found;
}

function labelAtPlace(line: string, at: number): Known | undefined {
  const known = byLetter.get(line.charCodeAt(at));
  if (!known) return undefined;
  const isInWord = isLetterAt(line, at - 1);
  return known.find(
    ({ text, isWord }) =>
      !(isWord && isInWord) && line.startsWith(text, at) && !(isWord && isLetterAt(line, at + text.length)),
  );
}

function isLetterAt(line: string, at: number): boolean {
  if (at < 0 || at >= line.length) return false;
  const unit = line.charCodeAt(at);
  return ((isHalf(unit) ? pairKind(line, at) : kindOf(unit)) & LETTER) !== 0;
}
