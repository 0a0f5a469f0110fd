import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Block, blocksOf } from '../html-blocks.ts';
import { contextOf } from '../html-page.ts';
import { metadataOf } from '../metadata.ts';
import type { PageContext } from '../page-measures.ts';
import { parsePage } from '../parse.ts';
import { piecesOf } from './align.ts';

/** A gold page cut into blocks, and which of them its gold text holds. */
export interface GoldPage {
  readonly id: string;
  readonly url: string;
  readonly truth: string;
  readonly blocks: readonly Block[];
  readonly context: PageContext;
  readonly isStory: readonly boolean[];
}

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
      const tree = parsePage(html);
      const blocks = blocksOf(tree);
      const body = truth[id]?.articleBody ?? '';
      const url = truth[id]?.url ?? '';
      const context = contextOf(blocks, metadataOf(tree, url), url);
      return {
        id,
        url,
        context,
        truth: body,
        blocks,
        isStory: piecesOf(
          blocks.map(({ text }) => text),
          body,
        ),
      };
    });
}
