import { sql } from 'kysely';
import type { ArticleRecord } from '../../../model/index.ts';
import { TrucelineError } from '../../../model/index.ts';
import { reviewedRecord } from '../../reviewed-record.ts';
import type { LineState, LineTable, Verdict } from '../../reviews.ts';
import { rowsOf } from '../../rows.ts';
import type { Db, Tx } from '../../tables.ts';
import { addToTotals } from '../actor-totals.ts';
import { addCounted } from '../counted/index.ts';
import { joinDossiers } from '../dossiers/membership.ts';
import { addToFacets } from '../facet-totals.ts';
import { insertLines } from '../insert-rows.ts';
import { removeLines } from '../remove-lines.ts';
import { keepChange } from './keep-change.ts';

/** What people decided about the lines of these articles, in the order in which they did. */
export async function verdictsOf(db: Db | Tx, articleIds: readonly string[]): Promise<readonly Verdict[]> {
  if (articleIds.length === 0) return [];
  const { rows } = await sql<{
    article_id: string;
    line_table: LineTable;
    line_id: string;
    change_id: number;
    state: string;
  }>`select article_id, line_table, line_id, change_id, state::text from verdicts
    where article_id = any(${[...articleIds]}::text[]) order by change_id`.execute(db);
  return rows.map(({ article_id, line_table, line_id, change_id, state }) => ({
    articleId: article_id,
    table: line_table,
    lineId: line_id,
    changeId: change_id,
    // Written from a checked state.
    state: JSON.parse(state) as LineState,
  }));
}

/** The record as it was read, whatever people decided about it. Throws E_NO_ARTICLE. */
export async function recordAsRead(
  db: Db | Tx,
  articleId: string,
): Promise<{ record: ArticleRecord; isCurrent: boolean }> {
  const { rows } = await sql<{ record: string; superseded_by: string | null }>`
    select record::text, superseded_by from articles where id = ${articleId}`.execute(db);
  const [row] = rows;
  if (!row) throw new TrucelineError('E_NO_ARTICLE', { id: articleId });
  return { record: JSON.parse(row.record) as ArticleRecord, isCurrent: row.superseded_by === null };
}

/** Puts the lines of an article into the lists anew, as people have left them now. */
export async function rewriteLines(tx: Tx, articleId: string): Promise<void> {
  const { record: read, isCurrent } = await recordAsRead(tx, articleId);
  if (!isCurrent) return;
  const { record, marks } = reviewedRecord(read, await verdictsOf(tx, [articleId]));
  const rows = rowsOf(record, undefined, '{}', marks);
  await removeLines(tx, [articleId]);
  await insertLines(tx, [rows]);
  await addCounted(tx, [articleId]);
  await tx
    .updateTable('articles')
    .set({
      event_count: rows.article.event_count,
      claim_count: rows.article.claim_count,
      condition_count: rows.article.condition_count,
      actor_count: rows.article.actor_count,
    })
    .where('id', '=', articleId)
    .execute();
  await joinDossiers(tx, [articleId]);
  await addToTotals(tx, [articleId]);
  await addToFacets(tx, [articleId]);
}

/** Decisions follow an article to the newer page of its address, in the name of who made them. */
export async function carryVerdicts(tx: Tx, pairs: ReadonlyMap<string, string>): Promise<void> {
  for (const [older, newer] of pairs) {
    const verdicts = await verdictsOf(tx, [older]);
    if (verdicts.length === 0) continue;
    const there = new Set((await verdictsOf(tx, [newer])).map(({ lineId }) => lineId));
    const deciders = await tx
      .selectFrom('changes')
      .select(['id', 'account_id', 'who'])
      .where(
        'id',
        'in',
        verdicts.map(({ changeId }) => changeId),
      )
      .execute();
    for (const { table, lineId, changeId, state } of verdicts) {
      const decider = deciders.find(({ id }) => id === changeId);
      if (state.status === 'open' || there.has(lineId) || !decider) continue;
      const { into: _, ...rest } = state;
      const line = { table, articleId: newer, lineId };
      const who = { id: decider.account_id, name: decider.who };
      await keepChange(tx, line, who, 'carry', { ...rest, status: 'open' }, state);
    }
  }
}
