import { isHome, mayBeginHome } from './breadcrumbs.ts';
import type { Block } from './html-blocks.ts';
import { folded } from './phrases.ts';
import { spacedLine } from './spaced-line.ts';
import type { StoryPlace } from './visible-dates.ts';

const SEPARATOR = /\s*(?:[›»>→]|::)\s*|\s[/|]\s/u;
const LONGEST = 300;
const FEWEST = 2;
const MOST = 8;
/** Blocks above the headline that are looked at. */
const ABOVE = 25;

/**
 * The crumbs of a line above or by the headline that begins with the way home, where the page marks none: `Home / World / Norland`.
 * With the number of its block.
 */
export function visibleCrumbs(
  blocks: readonly Block[],
  { titleAt, from }: StoryPlace,
): { readonly crumbs: readonly string[]; readonly at: number } | null {
  if (from < 0) return null;
  const start = Math.max(0, (titleAt < 0 ? from : Math.min(titleAt, from)) - ABOVE);
  for (let at = start; at < from; at++) {
    const block = blocks[at] as Block;
    if (block.text.length > LONGEST || !mayBeginHome(block.folded)) continue;
    const crumbs = spacedLine(block).split(SEPARATOR);
    const isTrail = crumbs.length >= FEWEST && crumbs.length <= MOST && isHome(crumbs[0] as string);
    if (isTrail && crumbs.every((crumb) => folded(crumb) !== '')) return { crumbs, at };
  }
  return null;
}
