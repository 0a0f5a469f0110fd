import type { ArticleRecord } from '../../model/index.ts';
import { reviewedRecord } from '../reviewed-record.ts';
import { shownOf } from '../rows.ts';
import type { Db } from '../tables.ts';
import { recordAsRead, verdictsOf } from './reviews/verdicts.ts';

/** The record as people left it. Throws E_NO_ARTICLE. */
export async function getRecord(db: Db, id: string): Promise<ArticleRecord> {
  const { record: read } = await recordAsRead(db, id);
  const { record, marks } = reviewedRecord(read, await verdictsOf(db, [id]));
  return shownOf(record, marks);
}
