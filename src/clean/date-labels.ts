import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';

const Labels = z.object({ updated: z.array(z.string()), published: z.array(z.string()) });
const labels = Labels.parse(readDataFile(new URL('./date-labels.yaml', import.meta.url)));
/** Scripts that write no blanks between words. */
const UNPARTED =
  /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{M}]+$/u;
const alternatives = (list: readonly string[]) =>
  list
    .toSorted((a, b) => b.length - a.length)
    .map((label) => (UNPARTED.test(label) ? label : `(?<!\\p{L})${label}(?!\\p{L})`))
    .join('|');

/** What says that a date behind it is that of publication or, in the first group, of a change. For use with `matchAll` only. */
export const DATE_LABEL = new RegExp(
  `(${alternatives(labels.updated)})|(?:${alternatives(labels.published)})`,
  'giu',
);

/** Where the first label of a date stands in a line; -1 where none does. UTF-16 offset. */
export function labelAt(line: string): number {
  for (const { index } of line.matchAll(DATE_LABEL)) return index;
  return -1;
}
