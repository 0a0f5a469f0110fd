import type { Page } from '../collect/index.ts';
import { recordOf } from '../extract/index.ts';
import type { ArticleRecord } from '../model/index.ts';

/** Runs in a worker thread: one page in, its record out. */
export default function readOne(page: Page): ArticleRecord {
  return recordOf(page);
}
