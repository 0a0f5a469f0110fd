import { sql } from 'kysely';
import {
  type ArticleRecord,
  type Claim,
  type Condition,
  type Event,
  TrucelineError,
} from '../../../model/index.ts';
import { actorsNamed, correctedLine } from '../../corrected-line.ts';
import { ReviewConflict } from '../../review-conflict.ts';
import { reviewedRecord } from '../../reviewed-record.ts';
import type { Action, Change, Decision, LineRef, LineState, Who } from '../../reviews.ts';
import type { Db, Tx } from '../../tables.ts';
import { storableText } from '../../text.ts';
import { changeById } from './changes.ts';
import { keepChange } from './keep-change.ts';
import { recordAsRead, rewriteLines, verdictsOf } from './verdicts.ts';

/** Writes a person's decision, and what follows from it for the lists, in one transaction. */
export async function decide(db: Db, decision: Decision, who: Who): Promise<Change> {
  return db.transaction().execute(async (tx) => {
    const { before, latest, record } = await stateOf(tx, decision);
    if (decision.seen !== undefined && decision.seen !== latest && latest !== null)
      await refuseOverOthers(tx, decision, decision.seen, who);
    const after = await stateAfter(tx, decision, before, record);
    return written(tx, decision, who, decision.action, before, after, decision.note);
  });
}

export async function undo(db: Db, changeId: number, who: Who): Promise<Change> {
  return db.transaction().execute(async (tx) => {
    const change = await changeById(tx, changeId);
    const { latest, before: now } = await stateOf(tx, change);
    if (latest !== null && latest !== change.id) throw new ReviewConflict(await changeById(tx, latest));
    const undone = await written(tx, change, who, 'undo', now, change.before, undefined, changeId);
    await tx.updateTable('changes').set({ undone_by: undone.id }).where('id', '=', changeId).execute();
    return undone;
  });
}

/**
 * Throws ReviewConflict where another person has decided about the line after `seen`. Without accounts nobody knows who
 * is who, and any later decision counts as another's.
 */
async function refuseOverOthers(
  tx: Tx,
  { table, articleId, lineId }: LineRef,
  seen: number | null,
  who: Who,
): Promise<void> {
  const { rows } = await sql<{ id: number }>`select id from changes
    where article_id = ${articleId} and line_table = ${table} and line_id = ${lineId} and id > ${seen ?? 0}::int
      and (account_id is null or account_id is distinct from ${who.id}::text)
    order by id desc limit 1`.execute(tx);
  if (rows[0]) throw new ReviewConflict(await changeById(tx, rows[0].id));
}

/** What stands of a line now; decisions about lines of one article go one after the other. Throws E_NO_SUCH. */
async function stateOf(
  tx: Tx,
  { table, articleId, lineId }: LineRef,
): Promise<{ before: LineState; latest: number | null; record: ArticleRecord }> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${articleId}, 7))`.execute(tx);
  const { record: read } = await recordAsRead(tx, articleId);
  const verdicts = await verdictsOf(tx, [articleId]);
  const { record } = reviewedRecord(read, verdicts);
  const verdict = verdicts.find((one) => one.table === table && one.lineId === lineId);
  if (verdict) return { before: verdict.state, latest: verdict.changeId, record };
  const lines: readonly (Event | Claim | Condition)[] = record[table];
  const line = lines.find(({ id }) => id === lineId);
  if (!line) throw new TrucelineError('E_NO_SUCH', { kind: 'line', id: lineId });
  return { before: { status: 'open', line, actors: actorsNamed(record, line) }, latest: null, record };
}

async function stateAfter(
  tx: Tx,
  { table, articleId, lineId, action, changes, into, note }: Decision,
  before: LineState,
  record: ArticleRecord,
): Promise<LineState> {
  const { into: _, ...rest } = before;
  const noted = { ...rest, ...(note !== undefined && { note: storableText(note) }) };
  switch (action) {
    case 'confirm':
      return { ...noted, status: before.status === 'corrected' ? 'corrected' : 'confirmed' };
    case 'reject':
      return { ...noted, status: 'rejected' };
    case 'reopen':
      return { ...noted, status: 'open' };
    case 'note':
      if (note === undefined) throw new TrucelineError('E_QUERY', { detail: 'note: what is to be noted?' });
      return { ...before, note: storableText(note) };
    case 'correct': {
      if (!changes || Object.keys(changes).length === 0)
        throw new TrucelineError('E_QUERY', { detail: 'changes: what is to be corrected?' });
      return { ...noted, status: 'corrected', ...correctedLine(record, table, before.line, changes) };
    }
    case 'merge': {
      if (!into) throw new TrucelineError('E_QUERY', { detail: 'into: which line is it to be merged into?' });
      if (into.articleId === articleId && into.lineId === lineId)
        throw new TrucelineError('E_QUERY', { detail: 'into: a line cannot be merged into itself' });
      const target = (await stateOf(tx, { table, ...into })).before;
      if (target.status === 'merged' || target.status === 'rejected')
        throw new TrucelineError('E_CONFLICT', {
          detail: `the line to merge into is itself ${target.status}`,
        });
      return { ...noted, status: 'merged', into };
    }
  }
}

async function written(
  tx: Tx,
  { table, articleId, lineId }: LineRef,
  who: Who,
  action: Action | 'undo',
  before: LineState,
  after: LineState,
  note?: string,
  undoes?: number,
): Promise<Change> {
  const id = await keepChange(tx, { table, articleId, lineId }, who, action, before, after, note, undoes);
  await rewriteLines(tx, articleId);
  return changeById(tx, id);
}
