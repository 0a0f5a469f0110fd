import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { linesOf } from '../text-lines.ts';
import { piecesOf } from './align.ts';
import { type FlattenOptions, flatten } from './flatten.ts';

/** The lines of a gold page that was flattened, and which of them its gold text holds. */
export interface GoldText {
  readonly id: string;
  readonly truth: string;
  readonly lines: readonly string[];
  readonly isStory: readonly boolean[];
}

/** The same page as other scrapers give it: what is learned must not hang on one of them. */
export const SCRAPERS: readonly FlattenOptions[] = [
  {},
  { withTitle: true, dropsHidden: true },
  { keepsFeeds: true },
];

/**
 * Pages of the article-extraction set in `folder`, in the order of their ids, each as every one of {@link SCRAPERS} gives it; null where the set
 * is not there.
 */
export function goldTexts(folder: string): GoldText[][] | null {
  if (!existsSync(`${folder}/ground-truth.json`)) return null;
  const truth: Record<string, { articleBody?: string }> = JSON.parse(
    readFileSync(`${folder}/ground-truth.json`, 'utf8'),
  );
  return Object.keys(truth)
    .sort()
    .map((id) => {
      const html = gunzipSync(readFileSync(`${folder}/html/${id}.html.gz`)).toString('utf8');
      const body = truth[id]?.articleBody ?? '';
      return SCRAPERS.map((options) => {
        const lines = linesOf(flatten(html, options)).map(({ text }) => text);
        return { id, truth: body, lines, isStory: piecesOf(lines, body) };
      });
    });
}
