import type { Box } from './box.ts';
import type { Block } from './html-blocks.ts';

/** Elements that are kept or left as a whole. */
const PARTS = new Set(['ul', 'ol', 'dl', 'table', 'blockquote', 'pre']);
/** Share of a part's text that may be links. */
const LINKED = 0.5;
/** Steps up from a block to the part around it. */
const MOST_STEPS = 12;
/** Blocks at the head of a story among which lines about it stand. */
const HEAD = 3;
const FEWEST_WORDS = 4;

/**
 * Picked blocks, in order, with what belongs to them: lists, tables of facts and quotations that stand among the paragraphs of the story
 * are taken whole, so that no row or item is lost, and so are headings and lines between two of its paragraphs. Nothing is taken that is
 * hinted at as furniture, begins like it, or is mostly links. Linear.
 */
export function withWholeParts(blocks: readonly Block[], picked: readonly number[]): number[] {
  if (picked.length < 2) return [...picked];
  const story = new Set(picked);
  const holders = holdersOf(blocks, picked);
  addMostlyPicked(holders, blocks, picked);
  const from = picked[0] as number;
  const last = picked.at(-1) as number;
  addParts(story, blocks, holders, from, last);
  for (let index = last - 1; index > from; index--)
    if (!story.has(index) && isLineOf(blocks, index, story, holders, from)) story.add(index);
  return [...story].sort((a, b) => a - b);
}

/** Adds the lists, tables and quotations among the paragraphs of the story. */
function addParts(
  story: Set<number>,
  blocks: readonly Block[],
  holders: ReadonlySet<Box>,
  from: number,
  last: number,
): void {
  const parts = new Map<Box, number[]>();
  for (let index = from; index < blocks.length; index++) {
    const part = partOf(blocks[index] as Block, holders);
    if (!part) {
      if (index > last) break;
      continue;
    }
    const own = parts.get(part);
    if (own) own.push(index);
    else parts.set(part, [index]);
  }
  for (const own of parts.values()) {
    const first = own[0] as number;
    // Behind the story only a list goes on that its last line announces.
    const isAmong = first < last || (first === last + 1 && /[:：]$/.test((blocks[last] as Block).text));
    if (isAmong && isPlain(own.map((index) => blocks[index] as Block)))
      for (const index of own) story.add(index);
  }
}

/** Whether a block between two paragraphs of the story, which begins at `from`, is a line or a heading of it. */
function isLineOf(
  blocks: readonly Block[],
  index: number,
  story: ReadonlySet<number>,
  holders: ReadonlySet<Box>,
  from: number,
): boolean {
  const block = blocks[index] as Block;
  const { kind, text, box } = block;
  if (!box.parent || !holders.has(box.parent)) return false;
  const isLine =
    kind === 'p' &&
    index >= from + HEAD &&
    block.appeals === 0 &&
    (/[:：]$/.test(text) || wordsIn(text) >= FEWEST_WORDS);
  // Headings with nothing of the story below them are those of pictures or of other parts.
  const isHeading = /^h[2-6]$/.test(kind) && story.has(index + 1);
  return (isLine || isHeading) && isPlain([block]);
}

/** Elements that hold paragraphs of the story directly: two at least, or one each where several alike stand side by side. */
function holdersOf(blocks: readonly Block[], picked: readonly number[]): Set<Box> {
  const counts = new Map<Box, number>();
  const alike = new Map<Box | null, Map<number, number>>();
  for (const index of picked) {
    const { box, kind } = blocks[index] as Block;
    const holder = box.parent;
    if (!holder || (kind !== 'p' && !/^h[1-6]$/.test(kind))) continue;
    const count = (counts.get(holder) ?? 0) + 1;
    counts.set(holder, count);
    if (count > 1) continue;
    const keys = alike.get(holder.parent) ?? new Map<number, number>();
    keys.set(holder.twinKey, (keys.get(holder.twinKey) ?? 0) + 1);
    alike.set(holder.parent, keys);
  }
  const holders = new Set<Box>();
  for (const [holder, count] of counts)
    if (count > 1 || (alike.get(holder.parent)?.get(holder.twinKey) ?? 0) > 1) holders.add(holder);
  return holders;
}

/** Adds what stands around lists and the like of which the greater part was picked. */
function addMostlyPicked(holders: Set<Box>, blocks: readonly Block[], picked: readonly number[]): void {
  const counts = new Map<Box, number>();
  for (const index of picked) {
    const part = nearestPart((blocks[index] as Block).box);
    if (part) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  for (const [box, count] of counts)
    if (box.parent && count > 1 && count > box.blocks / 2) holders.add(box.parent);
}

function nearestPart(box: Box): Box | null {
  let at: Box | null = box;
  for (let steps = 0; at && steps < MOST_STEPS; at = at.parent, steps++)
    if (PARTS.has(at.element.name)) return at;
  return null;
}

/** The outermost part around a block that stands beside paragraphs of the story. */
function partOf({ box }: Block, holders: ReadonlySet<Box>): Box | null {
  let at: Box | null = box;
  for (let steps = 0; at && steps < MOST_STEPS; at = at.parent, steps++)
    if (PARTS.has(at.element.name) && at.parent && holders.has(at.parent)) return at;
  return null;
}

function isPlain(own: readonly Block[]): boolean {
  let length = 0;
  let linkLength = 0;
  for (const block of own) {
    // Who is quoted stands in the footer of a quotation.
    if ((block.hint !== null && block.kind !== 'footer') || block.phrase !== null) return false;
    length += block.text.length;
    linkLength += block.linkLength;
  }
  return linkLength < length * LINKED;
}

function wordsIn(text: string): number {
  return text.split(' ').length;
}
