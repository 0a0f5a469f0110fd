import type { Box } from './box.ts';
import type { Block } from './html-blocks.ts';
import { newList } from './lists.ts';

/** Worth of a block by rule of thumb: text of sentences is good, links and hinted furniture are bad. */
export function worthOf({ text, hint, linkLength, kind, element, phrase, hasStop }: Block): number {
  const length = Math.min(text.length, 1200);
  const density = Math.min(1, linkLength / text.length);
  if (hint) return -Math.max(30, Math.min(length, 250)) * (hint === 'caption' || hint === 'byline' ? 0.2 : 1);
  if (phrase && text.length < 160) return -40;
  if (element.tag.heading > 0) return -5;
  if (density > 0.6) return -30 - length * 0.2;
  if (kind === 'li' || kind === 'td' || kind === 'dd') return (length - 40) * (0.6 - density);
  return length * (1 - 1.5 * density) - 45 + (hasStop ? 20 : -30);
}

/** The run of values with the greatest sum (Kadane), or null where no value is positive. */
export function runOf(worth: ArrayLike<number>): { from: number; to: number } | null {
  let best = 0;
  let from = 0;
  let to = -1;
  let sum = 0;
  let start = 0;
  for (let index = 0; index < worth.length; index++) {
    if (sum <= 0) {
      sum = 0;
      start = index;
    }
    sum += worth[index] as number;
    if (sum > best) {
      best = sum;
      from = start;
      to = index;
    }
  }
  return to < 0 ? null : { from, to };
}

/** Steps that are taken up from a block: no page that people read nests deeper around its story. */
const MOST_STEPS = 40;

/** The smallest element that holds nine tenths of the good text of the run. */
export function containerOf(
  blocks: readonly Block[],
  worth: ArrayLike<number>,
  from: number,
  to: number,
): Box | null {
  /** Boxes in the order in which they come up, and by their numbers what each holds. */
  const boxes = newList<Box>();
  const holds = new Float64Array(boxCount(blocks, from, to));
  let all = 0;
  for (let index = from; index <= to; index++) {
    const value = worth[index] as number;
    if (value <= 0) continue;
    all += value;
    let at: Box | null = (blocks[index] as Block).box;
    for (let steps = 0; at && steps < MOST_STEPS; at = at.parent, steps++) {
      const held = holds[at.number] as number;
      if (held === 0) boxes.push(at);
      holds[at.number] = held + value;
    }
  }
  let smallest: Box | null = null;
  let least = Number.POSITIVE_INFINITY;
  // Of elements that hold the same, the first lies deepest.
  for (let place = 0; place < boxes.length; place++) {
    const box = boxes[place] as Box;
    const value = holds[box.number] as number;
    if (value < all * 0.9 || value >= least) continue;
    smallest = box;
    least = value;
  }
  return smallest;
}

/** More than the number of any box around these blocks. */
function boxCount(blocks: readonly Block[], from: number, to: number): number {
  let count = 0;
  for (let index = from; index <= to; index++)
    count = Math.max(count, (blocks[index] as Block).box.number + 1);
  return count;
}
