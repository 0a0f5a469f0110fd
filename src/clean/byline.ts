import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import { datesIn } from './date-finder.ts';
import { dateLabelsIn } from './date-labels.ts';
import type { Block } from './html-blocks.ts';
import { mapped, newList } from './lists.ts';
import { spacedLine } from './spaced-line.ts';
import { AROUND } from './tags.ts';
import { type Element, isElement } from './tree.ts';
import type { StoryPlace } from './visible-dates.ts';

const Words = z.object({
  before: z.array(z.string()),
  within: z.array(z.string()),
  classes: z.array(z.string()),
  roles: z.array(z.string()),
});
const words = Words.parse(readDataFile(new URL('./byline-words.yaml', import.meta.url)));
const anyOf = (list: readonly string[]) => list.toSorted((a, b) => b.length - a.length).join('|');
const BEFORE = new Set(words.before);
const WITHIN = new Set(words.within);
const CLASS = new RegExp(`(?:^|[\\s_-])(?:${anyOf(words.classes)})(?:[_-]{1,2}name)?(?:\\s|$)`, 'i');
const ROLE = new RegExp(`\\s?[,،]\\s(?:\\S+\\s){0,3}(?:${anyOf(words.roles)})$`, 'iu');
const BY = new RegExp(`^(?:${anyOf(words.before)})(?:\\s?[:：]\\s?|\\s(?:by\\s)?)(?=\\S)`, 'iu');
const BY_COLON = new RegExp(`^(?:${anyOf(words.before)})\\s?[:：՝]\\s?(?=\\S)`, 'iu');
/** What ends a name: the next part of the line, or words that lead on to a date. */
const END =
  /\s(?:[|•·–—/]|-{1,2})\s|[|•·]|\s(?:on|in|am|le|il|el|em|at|aus|[Pp]ublished|[Uu]pdated|[Pp]osted|[Pp]ublié|[Pp]ubliziert|[Vv]eröffentlicht|[Оо]публиковано)(?:\s|$)|@|\s\(/u;
const PIECES = /\s*[|•·]\s*|\s[–—]\s/u;
const LONGEST_LINE = 160;
const LONGEST_NAME = 60;
const MOST_WORDS = 7;
const ABOVE = 4;
const MOST_HEAD = 30;
const BEHIND = 6;
const MOST_WRITERS = 5;
/** A label of a date with what may follow it. */
const LONGEST_LABEL = 40;
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

/**
 * The writers named by the headline: in a line that begins with `By`, or by elements that the page marks as the author; else in a line
 * behind the story that begins with `Author:`.
 */
export function visibleByline(
  blocks: readonly Block[],
  { titleAt, from, to }: StoryPlace,
): string | undefined {
  if (from < 0) return undefined;
  const start = titleAt >= 0 && titleAt < from ? titleAt + 1 : Math.max(0, from - 10);
  const near = newList<Block>();
  for (let index = start; index <= Math.min(from + 1, blocks.length - 1, start + MOST_HEAD); index++)
    near.push(blocks[index] as Block);
  const below = near.filter(isOwnLine).length;
  for (let index = start - 2; index >= Math.max(0, start - 1 - ABOVE); index--)
    near.push(blocks[index] as Block);
  const lines = mapped(near.filter(isOwnLine), (block) => ({ block, line: spacedLine(block) }));
  for (const { line } of lines) {
    // The writer may come behind the day or the section: '6 March 2031 | By Ana Petrova'.
    for (const piece of [line, ...line.split(PIECES).slice(1)]) {
      const name = namedAfter(BY, piece);
      if (name) return name;
    }
  }
  const marked: string[] = [];
  let last = -1;
  lines.forEach(({ block, line }, index) => {
    // Several writers stand one below the other.
    if (marked.length > 0 && (index > last + 1 || marked.length >= MOST_WRITERS)) return;
    const isList = (block.box.around & (AROUND.ul as number)) !== 0;
    // Above the headline lists are of other stories, or of what readers said.
    if (index >= below && isList) return;
    const name = isAuthor(block.element) ? nameIn(line) : undefined;
    if (!name || marked.includes(name)) return;
    marked.push(name);
    last = index;
  });
  if (marked.length > 0) return marked.join(', ');
  for (let index = to; index <= Math.min(blocks.length - 1, to + BEHIND); index++) {
    const block = blocks[index] as Block;
    const name = isOwnLine(block) ? namedAfter(BY_COLON, spacedLine(block)) : undefined;
    if (name) return name;
  }
  return undefined;
}

/** A byline without what its writer is: `Ana Petrova, Staff Writer`. */
export function withoutRole(byline: string): string {
  return byline.length > 200 ? byline : byline.replace(ROLE, '');
}

/** Whether a short line names the writer: begins with `By`, or holds the name that is known. */
export function namesWriter(line: string, byline: string | undefined): boolean {
  if (line.length > LONGEST_LINE) return false;
  if (namedAfter(BY, line) !== undefined) return true;
  const first = byline?.split(', ')[0];
  return first !== undefined && first.length > 3 && line.includes(first);
}

/** The writer that a line names which begins with `By`; undefined where it does not. */
export function bylineIn(line: string): string | undefined {
  return line.length <= LONGEST_LINE ? namedAfter(BY, line) : undefined;
}

/** What a short line says after `By`; undefined where it does not begin so. */
export function withoutBy(line: string): string | undefined {
  const by = line.length <= LONGEST_LINE ? BY.exec(line) : null;
  return by ? line.slice(by[0].length) : undefined;
}

function isOwnLine({ text, hint }: Block): boolean {
  return text.length <= LONGEST_LINE && !(hint !== null && FOREIGN.has(hint));
}

/** The name behind a mark. `Di Maio lascia Roma` has no writer: small words of a name are few. */
function namedAfter(mark: RegExp, line: string): string | undefined {
  const by = mark.exec(line);
  const name = by ? nameIn(line.slice(by[0].length)) : undefined;
  if (!name || /[:：]/.test(by?.[0] ?? '')) return name;
  return name.split(/\s+/).every((word) => !/^\p{Ll}/u.test(word) || WITHIN.has(word)) ? name : undefined;
}

/** A name at the start of a text, with what hangs on it taken off; undefined where no name stands there. */
export function nameIn(text: string): string | undefined {
  const [date] = datesIn(text);
  const line = (date ? withoutLabel(text.slice(0, date.start)) : text).replace(BY, '');
  const end = END.exec(line);
  const name = withoutPlace((end ? line.slice(0, end.index) : line).replace(/[\s,;:.(／/|-]+$/u, '').trim());
  if (name.length < 2 || name.length > LONGEST_NAME || /[\p{Nd}:?!]|https?/u.test(name)) return undefined;
  if (BEFORE.has(name.toLowerCase())) return undefined;
  return /^[\p{Lu}\p{Lo}]/u.test(name) && name.split(/\s+/).length <= MOST_WORDS ? name : undefined;
}

/** What stands before a date, less the word at its end that says what date it is. */
function withoutLabel(head: string): string {
  const tail = Math.max(0, head.length - LONGEST_LABEL);
  for (const { start, end } of dateLabelsIn(head.slice(tail)))
    if (/^[\s:：.,–-]*(?:\p{L}{1,5}\s)?[\s:：.,–-]*$/u.test(head.slice(tail + end)))
      return head.slice(0, tail + start);
  return head;
}

/** 'Klara Winter, Varda': one word behind two or more is no second writer. */
function withoutPlace(name: string): string {
  const [first, second, ...more] = name.split(/\s?[,،]\s/u);
  return first && second && more.length === 0 && first.includes(' ') && !second.includes(' ') ? first : name;
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
    CLASS.test((attribs.class ?? '').slice(0, 300))
  );
}
