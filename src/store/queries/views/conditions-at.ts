import { sql } from 'kysely';
import type { Condition } from '../../../model/index.ts';
import type { ConditionLine } from '../../store.ts';
import type { Db } from '../../tables.ts';
import { listLines } from '../lines.ts';

/** A line by its article and its place in the record. */
interface At {
  readonly article_id: string;
  readonly nr: number;
}

/** The lines of conditions at these places, in one question. */
export async function conditionsAt(
  db: Db,
  places: readonly At[],
): Promise<(at: At) => ConditionLine | undefined> {
  if (places.length === 0) return () => undefined;
  const { rows } = await sql<At & { id: string }>`select article_id, nr, id from conditions
    where (article_id, nr) in (select * from unnest(
      ${places.map(({ article_id }) => article_id)}::text[], ${places.map(({ nr }) => nr)}::int[]))`.execute(
    db,
  );
  const { items } = await listLines<Condition>(db, 'conditions', {}, { limit: places.length }, [
    sql<boolean>`(line.article_id, line.nr) in (select * from unnest(
      ${places.map(({ article_id }) => article_id)}::text[], ${places.map(({ nr }) => nr)}::int[]))`,
  ]);
  const idAt = new Map(rows.map(({ article_id, nr, id }) => [`${article_id} ${nr}`, id]));
  const lineOf = new Map(
    items.map(({ body, ...line }) => [`${line.article.id} ${body.id}`, { ...line, condition: body }]),
  );
  return ({ article_id, nr }) => lineOf.get(`${article_id} ${idAt.get(`${article_id} ${nr}`)}`);
}
