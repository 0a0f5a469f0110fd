import type { Edtf } from '../model/index.ts';
import { type DateReading, datesIn } from './date-finder.ts';
import { dateLabelsIn } from './date-labels.ts';
import type { Block } from './html-blocks.ts';
import { mapped, newList } from './lists.ts';
import { spacedLine } from './spaced-line.ts';

/** What a line says that a date in it is. */
export type DateRole = 'published' | 'updated' | 'plain';

export interface ShownDate {
  readonly day: Edtf;
  readonly role: DateRole;
  /** Where it stands: by the headline (`head`), above it, at the start of the first paragraph, or behind the story. */
  readonly place: 'head' | 'above' | 'dateline' | 'tail';
  /** Whether the year is shown too. */
  readonly hasYear: boolean;
}

/** Where the headline and the story stand among the blocks; -1 where that is not known. */
export interface StoryPlace {
  readonly titleAt: number;
  readonly from: number;
  readonly to: number;
}

/** A line of a date says little else: longest line, and most words outside of its dates. */
const LONGEST_LINE = 160;
const MOST_WORDS = 14;
const ABOVE = 6;
const BEHIND = 10;
/** Blocks between headline and story that are looked at. */
const MOST_HEAD = 40;
const FOREIGN = new Set([
  'comment',
  'comment-form',
  'related-stories',
  'hidden',
  'caption',
  'cookie-notice',
  'advertisement',
]);
const RIGHTS = /^\s*(?:©|\(c\)|copyright\b|ⓒ)|©\s?\d{4}|\ball rights reserved\b/i;

/** The dates of a line with what stands before each: `Published 6 March 2023 | Updated 7 March 2023`. */
export function labelledDates(
  line: string,
  reading: DateReading = {},
): { day: Edtf; role: DateRole; hasYear: boolean }[] {
  let from = 0;
  return mapped(datesIn(line, reading), ({ day, hasYear, start, end }) => {
    const label = dateLabelsIn(line.slice(Math.max(from, start - 60), start)).at(-1);
    const role: DateRole = label ? (label.isUpdate ? 'updated' : 'published') : 'plain';
    from = end;
    return { day, role, hasYear };
  });
}

/** Dates that a reader sees by the headline, at the start of the story or behind it, nearest to the headline first. Linear. */
export function shownDates(
  blocks: readonly Block[],
  { titleAt, from, to }: StoryPlace,
  reading: DateReading,
): ShownDate[] {
  if (from < 0) return [];
  const headAt =
    titleAt >= 0 && titleAt < from && from - titleAt <= MOST_HEAD * 2 ? titleAt : Math.max(0, from - 15);
  const found = newList<ShownDate>();
  const look = (index: number, place: ShownDate['place']) => {
    const block = blocks[index];
    if (!block || (block.hint !== null && FOREIGN.has(block.hint)) || !isDateLine(block.text)) return;
    for (const date of labelledDates(spacedLine(block), reading)) {
      if (place === 'tail' && date.role === 'plain') continue;
      found.push({ ...date, place });
    }
  };
  for (let index = headAt; index <= Math.min(from + 1, headAt + MOST_HEAD); index++) look(index, 'head');
  for (let index = headAt - 1; index >= Math.max(0, headAt - ABOVE); index--) look(index, 'above');
  const first = blocks[from]?.text ?? '';
  // VARDA, 6 March 2023 (Agency) – The talks …
  const [dateline] = datesIn(first.slice(0, 80), reading);
  if (
    first.length > LONGEST_LINE &&
    dateline?.hasYear &&
    dateline.start < 40 &&
    /^.{0,25}?[)–—:-]/u.test(first.slice(dateline.end))
  )
    found.push({ day: dateline.day, role: 'plain', hasYear: true, place: 'dateline' });
  for (let index = Math.max(from + 2, to - 1); index <= Math.min(blocks.length - 1, to + BEHIND); index++)
    look(index, 'tail');
  return found;
}

function isDateLine(text: string): boolean {
  if (text.length > LONGEST_LINE || !/\p{Nd}/u.test(text) || RIGHTS.test(text)) return false;
  return (
    text
      .replace(/[\p{Nd}\p{P}]+/gu, ' ')
      .trim()
      .split(/\s+/).length <=
    MOST_WORDS + 4
  );
}

/** The day that the page shows as that of publication: one that is called so, else the nearest to the headline that is no update. */
export function shownAsPublished(dates: readonly ShownDate[]): ShownDate | null {
  const full = dates.filter(({ hasYear, role }) => hasYear && role !== 'updated');
  return (
    full.find(({ role }) => role === 'published') ??
    full.find(({ place }) => place === 'head') ??
    full.find(({ place }) => place === 'above') ??
    full.find(({ place }) => place === 'dateline') ??
    null
  );
}

export function shownAsUpdated(dates: readonly ShownDate[]): ShownDate | null {
  return dates.find(({ hasYear, role }) => hasYear && role === 'updated') ?? null;
}
