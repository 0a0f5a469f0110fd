import type { DateReading } from './date-finder.ts';
import { type Moment, momentOf } from './dates.ts';
import type { Block } from './html-blocks.ts';
import type { Element } from './tree.ts';
import type { StoryPlace } from './visible-dates.ts';

/** A `time` element, or one that microdata call a date of the article. */
export interface TimeMark {
  readonly element: Element;
  readonly value: string;
  readonly role: 'published' | 'plain' | 'updated';
}

const BEFORE = 8;
const BEHIND = 6;
const MOST_STEPS = 40;
const FURNITURE = new Set([
  'comment',
  'comment-form',
  'related-stories',
  'navigation',
  'advertisement',
  'boilerplate',
  'share',
]);

/** What an element's attributes make of its date; null where it is no mark of time. */
export function timeMarkOf(element: Element, textOf: (element: Element) => string): TimeMark | null {
  const { name, attribs } = element;
  const property = (attribs.itemprop ?? '').toLowerCase();
  const isNamed = /^date(?:published|created|modified|updated)$/.test(property);
  if (name !== 'time' && !isNamed) return null;
  const value = (attribs.datetime ?? attribs.content ?? '').trim() || textOf(element);
  if (value === '') return null;
  const names = `${attribs.class ?? ''} ${attribs.id ?? ''}`.toLowerCase().slice(0, 400);
  const isPublished =
    /^date(?:published|created)$/.test(property) ||
    attribs.pubdate !== undefined ||
    /publish|posted/.test(names);
  // Templates of blogs call the day of publication `updated` too: such a class is the weaker sign.
  const isUpdated =
    /^date(?:modified|updated)$/.test(property) || (!isPublished && /modif|updat/.test(names));
  return {
    element,
    value: value.slice(0, 200),
    role: isPublished ? 'published' : isUpdated ? 'updated' : 'plain',
  };
}

/** The mark that is the article's: by the headline or in the story, never one of a teaser or a comment. */
export function articleTime(
  marks: readonly TimeMark[],
  blocks: readonly Block[],
  { titleAt, from, to }: StoryPlace,
  reading: DateReading,
): Moment | null {
  if (marks.length === 0) return null;
  const placeOf = new Map<Element, number>();
  blocks.forEach(({ element }, index) => {
    if (!placeOf.has(element)) placeOf.set(element, index);
  });
  const start = titleAt >= 0 ? titleAt - BEFORE : from - 2 * BEFORE;
  const middle = titleAt >= 0 ? titleAt : from;
  let best: { moment: Moment; worth: number } | null = null;
  for (const { element, value, role } of marks) {
    const moment = momentOf(value, reading);
    if (!moment) continue;
    const at = blockOf(element, placeOf);
    const hint = at < 0 ? null : (blocks[at]?.hint ?? null);
    if (hint !== null && FURNITURE.has(hint)) continue;
    const isNear = from < 0 || (at >= start && at <= to + BEHIND);
    if (!isNear && (marks.length > 1 || at >= 0)) continue;
    const isHead = at >= start && at <= Math.max(from, middle) + 1;
    const worth =
      (role === 'published' ? 4 : role === 'plain' ? 2 : 0) +
      (isHead ? 8 : 0) -
      Math.min(1, Math.abs(at - middle) / 100);
    if (!best || worth > best.worth) best = { moment, worth };
  }
  return best?.moment ?? null;
}

/** The mark that tells of the article's last change, where one says so. */
export function changeTime(
  marks: readonly TimeMark[],
  blocks: readonly Block[],
  place: StoryPlace,
  reading: DateReading,
): Moment | null {
  const changes = marks.filter(({ role }) => role === 'updated');
  return changes.length > 0 && changes.length < marks.length
    ? articleTime(changes, blocks, place, reading)
    : null;
}

/** The first block of the nearest element around that has one. */
function blockOf(element: Element, placeOf: ReadonlyMap<Element, number>): number {
  let at: Element | null = element;
  for (let steps = 0; at && steps < MOST_STEPS; steps++) {
    const place = placeOf.get(at);
    if (place !== undefined) return place;
    at = at.parent;
  }
  return -1;
}
