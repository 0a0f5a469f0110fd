import { isDateline } from './dateline.ts';
import type { LineShape } from './line-shape.ts';
import { nearness, type Topic } from './line-topic.ts';
import { folded } from './phrases.ts';

/** What parts the entries of a line of breadcrumbs. */
export const CRUMBS = /\s{0,3}[›»→]\s{0,3}|\s>\s|\s\/\s/;
/** Lines before the story among which its title is looked for, and lines of the story that it may stand behind. */
const BEFORE = 40;
const SHORTEST = 12;
const LONGEST = 220;

/**
 * The line that is the title of the story that begins at `from`, -1 where none is: of the lines before it the one that speaks of what the story
 * does, stands twice or near to it, and has the shape of a headline.
 */
export function titleLine(
  texts: readonly string[],
  shapes: readonly LineShape[],
  keys: readonly ReadonlySet<string>[],
  topic: Topic,
  from: number,
): number {
  const copies = new Map<string, number>();
  const first = Math.max(0, from - BEFORE);
  const lastCrumbs = new Set<string>();
  for (let at = first; at <= from && at < shapes.length; at++) {
    const { folded } = shapes[at] as LineShape;
    copies.set(folded, (copies.get(folded) ?? 0) + 1);
    const crumb = lastCrumb(texts[at] as string);
    if (crumb !== null) lastCrumbs.add(crumb);
  }
  let [best, title] = [0, -1];
  for (let at = first; at < from && at < shapes.length; at++) {
    const shape = shapes[at] as LineShape;
    if (
      shape.length < SHORTEST ||
      shape.length > LONGEST ||
      shape.phrase ||
      shape.signs.endsColon ||
      shape.words.length < 2
    )
      continue;
    if (lastCrumb(texts[at] as string) !== null) continue;
    if (shape.signs.hasYear && isDateline(texts[at] as string)) continue;
    const next = shapes[at + 1];
    const own = keys[at] as ReadonlySet<string>;
    const { shared, often } = nearness(own, topic, false);
    const known = Math.min(own.size, 8) / 8;
    const worth =
      (shared + often) * known +
      ((copies.get(shape.folded) ?? 0) > 1 ? 0.5 : 0) +
      (lastCrumbs.has(shape.folded) ? 1 : 0) +
      (next &&
      next.length < 80 &&
      (next.signs.hasYear || next.hasTime || /^(?:by|di|par|por|von|автор) /.test(next.folded))
        ? 0.3
        : 0) -
      (from - at) * 0.02 -
      (shape.isSentence && shape.asks === 0 ? 0.3 : 0) -
      (shape.hasTime ? 0.4 : 0) -
      (shape.signs.credit ? 0.4 : 0) -
      (shape.separators > 0 ? 0.2 : 0) -
      (shape.length > 130 ? 0.3 : 0);
    if (worth > best) [best, title] = [worth, at];
  }
  return title;
}

/** The last entry of a line of breadcrumbs, folded; null where the line is none. */
function lastCrumb(text: string): string | null {
  if (text.length > 300 || !CRUMBS.test(text)) return null;
  return folded(text.split(CRUMBS).at(-1) as string);
}
