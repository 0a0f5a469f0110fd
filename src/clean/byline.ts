import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import { datesIn } from './date-finder.ts';
import type { Block } from './html-blocks.ts';
import { type Element, isElement } from './tree.ts';
import type { StoryPlace } from './visible-dates.ts';

const BY_WORDS = z
  .array(z.string())
  .parse(readDataFile(new URL('./byline-words.yaml', import.meta.url)))
  .toSorted((a, b) => b.length - a.length);
const BY = new RegExp(`^(?:${BY_WORDS.join('|')})(?:\\s?[:：]\\s?|\\s(?:by\\s)?)(?=\\S)`, 'iu');
/** What ends a name: the next part of the line, or words that lead on to a date. */
const END =
  /\s(?:[|•·–—/]|-{1,2})\s|[|•·]|\s(?:on|am|le|il|el|em|at|published|updated|publiziert|veröffentlicht|опубликовано)(?:\s|$)|@|\s\(/iu;
const LONGEST_LINE = 160;
const LONGEST_NAME = 60;
const MOST_WORDS = 7;
const ABOVE = 4;
const MOST_HEAD = 30;
const MOST_STEPS = 12;
const FOREIGN = new Set([
  'comment',
  'comment-form',
  'related-stories',
  'caption',
  'hidden',
  'advertisement',
  'cookie-notice',
]);

/** The writer named by the headline: in a line that begins with `By`, or by an element that the page marks as the author. */
export function visibleByline(blocks: readonly Block[], { titleAt, from }: StoryPlace): string | undefined {
  if (from < 0) return undefined;
  const start = titleAt >= 0 && titleAt < from ? titleAt + 1 : Math.max(0, from - 10);
  const near: Block[] = [];
  for (let index = start; index < Math.min(from + 1, start + MOST_HEAD); index++)
    near.push(blocks[index] as Block);
  for (let index = start - 2; index >= Math.max(0, start - 1 - ABOVE); index--)
    near.push(blocks[index] as Block);
  const lines = near.filter(
    ({ text, hint }) => text.length <= LONGEST_LINE && !(hint !== null && FOREIGN.has(hint)),
  );
  for (const { text } of lines) {
    const by = BY.exec(text);
    const name = by ? nameIn(text.slice(by[0].length)) : undefined;
    if (name) return name;
  }
  for (const { text, element } of lines) {
    const name = isAuthor(element) ? nameIn(text) : undefined;
    if (name) return name;
  }
  return undefined;
}

/** A name at the start of a text, with what hangs on it taken off; undefined where no name stands there. */
export function nameIn(text: string): string | undefined {
  const [date] = datesIn(text);
  const line = (date ? text.slice(0, date.start) : text).replace(BY, '');
  const end = END.exec(line);
  const name = (end ? line.slice(0, end.index) : line).replace(/[\s,;:.(／/|-]+$/u, '').trim();
  if (name.length < 2 || name.length > LONGEST_NAME || /[\p{Nd}:?!]|https?/u.test(name)) return undefined;
  return /^[\p{Lu}\p{Lo}]/u.test(name) && name.split(/\s+/).length <= MOST_WORDS ? name : undefined;
}

/** The author of a statement that the page quotes or checks is not its own. */
const QUOTED = /(?:^|[\s_-])(?:statement|claim|quot\w{1,5}|testimonial|speaker)(?:[\s_-]|$)/i;

function isAuthor(element: Element): boolean {
  let isMarkedAbove = false;
  let at: Element | null = element;
  for (let steps = 0; at && steps < 3; steps++) {
    if (QUOTED.test((at.attribs.class ?? '').slice(0, 300))) return false;
    isMarkedAbove ||= isMarked(at);
    at = at.parent;
  }
  if (isMarkedAbove) return true;
  // The mark may stand on a link or a span in the line.
  const open: Element[] = [element];
  for (let steps = 0; open.length > 0 && steps < MOST_STEPS; steps++)
    for (const child of (open.shift() as Element).children.slice(0, MOST_STEPS)) {
      if (!isElement(child)) continue;
      if (isMarked(child)) return true;
      open.push(child);
    }
  return false;
}

function isMarked({ attribs }: Element): boolean {
  return (
    /(?:^|\s)author(?:\s|$)/i.test(attribs.rel ?? '') ||
    /^(?:author|creator)$/i.test(attribs.itemprop ?? '') ||
    /(?:^|[\s_-])(?:author|byline|autor|auteur|autore)(?:[_-]?name)?(?:\s|$)/i.test(
      (attribs.class ?? '').slice(0, 300),
    )
  );
}
