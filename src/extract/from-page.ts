import { clean } from '../clean/index.ts';
import type { Page } from '../collect/index.ts';
import type { ArticleRecord } from '../model/index.ts';
import { read } from '../read/index.ts';
import { type ExtractOptions, extract } from './extract.ts';

/** One page in, its record out: clean, read and extract in a row. Synchronous, pure, deterministic. */
export function recordOf(page: Page, options: ExtractOptions = {}): ArticleRecord {
  const { article, notes } = clean(page);
  return extract(read(article), notes, options);
}
