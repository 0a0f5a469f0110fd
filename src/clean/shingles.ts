import { HEAD } from './block-text.ts';
import type { Block } from './html-blocks.ts';
import { folded } from './phrases.ts';

/** Words of a run by which texts are compared, and runs of a block that are looked at. */
const SHINGLE = 5;
const MOST = 8;
/** Share of the words of one text that must stand in the other for both to be the same story. */
const AGREES = 0.5;

/** All runs of five words of a text, to tell whether it holds another text's words. */
export function shinglesOf(text: string | undefined): Set<string> {
  const found = new Set<string>();
  if (!text) return found;
  const words = folded(text.replace(/<[^<>]{0,500}>/g, ' '));
  const starts = startsOf(words);
  for (let at = 0; at + SHINGLE < starts.length; at++)
    found.add(words.slice(starts[at], (starts[at + SHINGLE] as number) - 1));
  return found;
}

/** Share of a text's runs of five words, of at most eight of them, that are among `shingles`. */
export function shareIn(words: string, shingles: ReadonlySet<string>): number {
  if (shingles.size === 0) return 0;
  const starts = startsOf(words, MOST * SHINGLE);
  let hits = 0;
  let looked = 0;
  for (let at = 0; at + SHINGLE < starts.length && looked < MOST; at += SHINGLE, looked++)
    if (shingles.has(words.slice(starts[at], (starts[at + SHINGLE] as number) - 1))) hits++;
  return looked === 0 ? 0 : hits / looked;
}

/** Where each word begins, and behind the last one where the next would; of so many words only, if a number is given. */
function startsOf(words: string, most = Number.POSITIVE_INFINITY): number[] {
  const starts = [0];
  let at = words.indexOf(' ');
  for (; at !== -1 && starts.length <= most; at = words.indexOf(' ', at + 1)) starts.push(at + 1);
  if (at === -1 && starts.length <= most) starts.push(words.length + 1);
  return starts;
}

/**
 * For each block the share of its words that the story in the page's data holds; null where the data give none, or one that does not agree
 * with the page: at least half of its words must stand there.
 */
export function sharesInBody(blocks: readonly Block[], body: ReadonlySet<string>): Float64Array | null {
  if (body.size === 0) return null;
  let found = 0;
  const shares = new Float64Array(blocks.length);
  for (let index = 0; index < blocks.length; index++) {
    const { text, folded: words, wordCount } = blocks[index] as Block;
    const share = shareIn(words, body);
    shares[index] = share;
    // Of a long block only the head was cut into words.
    if (share >= AGREES) found += wordCount * Math.max(1, text.length / HEAD);
  }
  return found >= AGREES * body.size ? shares : null;
}
