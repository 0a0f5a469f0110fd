import { sql } from 'kysely';
import type { Claim, Condition, Event } from '../../../model/index.ts';
import { keyOfCursor, limitOf, pageOf } from '../../cursor.ts';
import { importanceOfClaim, importanceOfCondition, importanceOfEvent } from '../../importance.ts';
import { LINE_TABLES, type LineTable, type QueueFilter, type QueueItem } from '../../reviews.ts';
import type { PageOf, Paging } from '../../store.ts';
import type { ArticlesTable, Db } from '../../tables.ts';
import { articleRefOf, inScope } from '../article-lines.ts';
import { actorsOfArticles, actorsOfLine } from '../lines.ts';

interface Place {
  readonly line_table: LineTable;
  readonly article_id: string;
  readonly nr: number;
  readonly score: number;
}

/**
 * The lines that nobody decided about, most important and doubtful first: the first of each table by its own index,
 * then put together.
 */
export async function reviewQueue(
  db: Db,
  filter: QueueFilter = {},
  paging: Omit<Paging, 'order'> = {},
): Promise<PageOf<QueueItem>> {
  const limit = limitOf(paging.limit);
  const after = paging.cursor ? keyOfCursor(paging.cursor, ['number', 'string', 'string', 'number']) : null;
  const scope = inScope(filter, sql`article_id`);
  const tables = filter.table === undefined ? LINE_TABLES : [filter.table];
  const parts = tables.map((table) => {
    const where = [sql`review is null`];
    if (scope !== null) where.push(scope);
    if (after !== null) {
      const [score, lastTable, id, nr] = after;
      where.push(sql`score <= ${score}::real and (score < ${score}::real
        or (${table}::text, article_id, nr) > (${lastTable}, ${id}, ${nr}::int))`);
    }
    return sql`(select ${table}::text as line_table, article_id, nr, score from ${sql.table(table)}
      where ${sql.join(where, sql` and `)} order by score desc, article_id, nr limit ${limit + 1})`;
  });
  const { rows } = await sql<Place>`select * from (${sql.join(parts, sql` union all `)}) as place
    order by score desc, line_table collate "C", article_id, nr limit ${limit + 1}`.execute(db);
  const items = await linesAt(db, rows.slice(0, limit));
  const page = pageOf(
    rows,
    limit,
    () => null,
    ({ score, line_table, article_id, nr }) => [score, line_table, article_id, nr],
  );
  return { items, next: page.next };
}

type BodyRow = Pick<ArticlesTable, 'title' | 'outlet' | 'url' | 'language' | 'published' | 'origin'> & {
  readonly article_id: string;
  readonly nr: number;
  readonly id: string;
  readonly body: unknown;
};

async function linesAt(db: Db, places: readonly Place[]): Promise<QueueItem[]> {
  const found = new Map<string, BodyRow>();
  for (const table of LINE_TABLES) {
    const here = places.filter(({ line_table }) => line_table === table);
    if (here.length === 0) continue;
    const { rows } =
      await sql<BodyRow>`select line.article_id, line.nr, line.id, line.body, articles.title, articles.outlet,
        articles.url, articles.language, articles.published, articles.origin
      from unnest(${here.map(({ article_id }) => article_id)}::text[], ${here.map(({ nr }) => nr)}::int[])
        as place (article_id, nr)
      join ${sql.table(table)} as line using (article_id, nr) join articles on articles.id = line.article_id`.execute(
        db,
      );
    for (const row of rows) found.set(JSON.stringify([table, row.article_id, row.nr]), row);
  }
  const seen = await latestChanges(db, [...found.values()]);
  const actors = await actorsOfArticles(
    db,
    places.map(({ article_id }) => article_id),
  );
  return places.flatMap(({ line_table: table, article_id, nr, score }) => {
    const row = found.get(JSON.stringify([table, article_id, nr]));
    if (!row) return [];
    const shared = {
      article: articleRefOf({ ...row, id: article_id }),
      score,
      seen: seen.get(JSON.stringify([table, article_id, row.id])) ?? null,
    };
    const all = actors.get(article_id) ?? [];
    // JSON columns come back parsed; these are written from checked records.
    if (table === 'events') {
      const event = row.body as Event;
      const { reasons } = importanceOfEvent(event);
      return { ...shared, table, reasons, event, actors: actorsOfLine(event, all) };
    }
    if (table === 'claims') {
      const claim = row.body as Claim;
      const { reasons } = importanceOfClaim(claim);
      return { ...shared, table, reasons, claim, actors: actorsOfLine(claim, all) };
    }
    const condition = row.body as Condition;
    const { reasons } = importanceOfCondition(condition);
    return { ...shared, table, reasons, condition, actors: actorsOfLine(condition, all) };
  });
}

/** The latest change of each line of these articles that somebody wrote something about. */
async function latestChanges(db: Db, lines: readonly { readonly article_id: string }[]) {
  const { rows } = await sql<{ line_table: string; article_id: string; line_id: string; change_id: number }>`
    select line_table, article_id, line_id, change_id from verdicts
    where article_id = any(${lines.map(({ article_id }) => article_id)}::text[])`.execute(db);
  return new Map(
    rows.map(({ line_table, article_id, line_id, change_id }) => [
      JSON.stringify([line_table, article_id, line_id]),
      change_id,
    ]),
  );
}
