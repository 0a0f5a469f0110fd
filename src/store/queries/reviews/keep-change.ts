import type { Change, LineRef, LineState, Who } from '../../reviews.ts';
import type { Tx } from '../../tables.ts';
import { storableText } from '../../text.ts';

/** Writes a change into the list of changes, and what now stands of its line. Returns the change's id. */
export async function keepChange(
  tx: Tx,
  { table, articleId, lineId }: LineRef,
  who: Who,
  action: Change['action'],
  before: LineState,
  after: LineState,
  note?: string,
  undoes?: number,
): Promise<number> {
  const { id } = await tx
    .insertInto('changes')
    .values({
      account_id: who.id,
      who: who.name,
      action,
      line_table: table,
      article_id: articleId,
      line_id: lineId,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      note: note === undefined ? null : storableText(note),
      undoes: undoes ?? null,
      undone_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const standing = {
    change_id: id,
    state: JSON.stringify(after),
    into_article: after.into?.articleId ?? null,
    into_line: after.into?.lineId ?? null,
  };
  await tx
    .insertInto('verdicts')
    .values({ article_id: articleId, line_table: table, line_id: lineId, ...standing })
    .onConflict((conflict) => conflict.columns(['article_id', 'line_table', 'line_id']).doUpdateSet(standing))
    .execute();
  return id;
}
