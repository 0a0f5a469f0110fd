import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseDocument } from 'htmlparser2';
import type { PageContext } from '../block-features.ts';
import { type Block, blocksOf } from '../html-blocks.ts';
import { contextOf } from '../html-page.ts';
import { metadataOf } from '../metadata.ts';
import { shallow } from '../shallow.ts';

/** A gold page cut into blocks, and which of them its gold text holds. */
export interface GoldPage {
  readonly id: string;
  readonly url: string;
  readonly truth: string;
  readonly blocks: readonly Block[];
  readonly context: PageContext;
  readonly isStory: readonly boolean[];
}

const TOKEN = /[\p{L}\p{N}\p{M}_]+/gu;
/** Share of a block's words that must stand in the gold text in one piece with it. */
const ENOUGH = 0.6;

/** Pages of the article-extraction set in `folder`, in the order of their ids; null where the set is not there. */
export function goldPages(folder: string): GoldPage[] | null {
  if (!existsSync(`${folder}/ground-truth.json`)) return null;
  const truth: Record<string, { articleBody?: string; url: string }> = JSON.parse(
    readFileSync(`${folder}/ground-truth.json`, 'utf8'),
  );
  return Object.keys(truth)
    .sort()
    .map((id) => {
      const html = gunzipSync(readFileSync(`${folder}/html/${id}.html.gz`)).toString('utf8');
      const tree = parseDocument(shallow(html), { lowerCaseTags: true, decodeEntities: true });
      const blocks = blocksOf(tree);
      const body = truth[id]?.articleBody ?? '';
      const url = truth[id]?.url ?? '';
      const context = contextOf(blocks, metadataOf(tree, url), url);
      return { id, url, context, truth: body, blocks, isStory: storyBlocks(blocks, body) };
    });
}

/**
 * Aligns the words of all blocks with the words of the gold text (longest common subsequence, neighbours on both sides preferred) and
 * marks the blocks most of whose words are matched. Quadratic: for training only.
 */
function storyBlocks(blocks: readonly Block[], body: string): boolean[] {
  const gold: string[] = body.match(TOKEN) ?? [];
  const own: string[] = [];
  const owner: number[] = [];
  blocks.forEach(({ text }, index) => {
    for (const token of text.match(TOKEN) ?? []) {
      own.push(token);
      owner.push(index);
    }
  });
  const [rows, columns] = [own.length, gold.length];
  const width = columns + 1;
  // A match is worth 2, one more where the words before match too: whole sentences beat scattered words.
  const moves = new Uint8Array((rows + 1) * width);
  let before = new Int32Array(width);
  let ranBefore = new Uint8Array(width);
  for (let row = 1; row <= rows; row++) {
    const now = new Int32Array(width);
    const ran = new Uint8Array(width);
    for (let column = 1; column <= columns; column++) {
      let best = before[column] as number;
      let move = 1;
      if ((now[column - 1] as number) > best) {
        best = now[column - 1] as number;
        move = 2;
      }
      if (own[row - 1] === gold[column - 1]) {
        const value = (before[column - 1] as number) + 2 + (ranBefore[column - 1] ? 1 : 0);
        if (value >= best) {
          best = value;
          move = 3;
        }
      }
      now[column] = best;
      ran[column] = move === 3 ? 1 : 0;
      moves[row * width + column] = move;
    }
    before = now;
    ranBefore = ran;
  }
  const matched = new Array<number>(blocks.length).fill(0);
  const all = new Array<number>(blocks.length).fill(0);
  for (const index of owner) all[index] = (all[index] ?? 0) + 1;
  for (let row = rows, column = columns; row > 0 && column > 0; ) {
    const move = moves[row * width + column];
    if (move === 3) {
      const index = owner[row - 1] as number;
      matched[index] = (matched[index] ?? 0) + 1;
      row--;
      column--;
    } else if (move === 1) row--;
    else column--;
  }
  return matched.map((count, index) => count > 0 && count >= ENOUGH * (all[index] ?? 0));
}
