import { sql } from 'kysely';
import { TrucelineError } from '../../../model/index.ts';
import { keyOfCursor, limitOf, pageOf } from '../../cursor.ts';
import type { Change, ChangeFilter, LineState, LineTable } from '../../reviews.ts';
import type { PageOf, Paging } from '../../store.ts';
import type { ArticlesTable, Db, Tx } from '../../tables.ts';
import { articleRefOf } from '../article-lines.ts';

type Row = Pick<ArticlesTable, 'outlet' | 'url' | 'published'> & {
  readonly id: number;
  readonly at: Date;
  readonly who: string;
  readonly action: Change['action'];
  readonly line_table: LineTable;
  readonly article_id: string;
  readonly line_id: string;
  readonly before: string;
  readonly after: string;
  readonly note: string | null;
  readonly undoes: number | null;
  readonly undone_by: number | null;
  readonly title: string | null;
  readonly language: string;
  readonly origin: string;
};

const COLUMNS = sql`changes.id, changes.at, changes.who, changes.action, changes.line_table, changes.article_id,
  changes.line_id, changes.before::text, changes.after::text, changes.note, changes.undoes, changes.undone_by,
  articles.title, articles.outlet, articles.url, articles.language, articles.published, articles.origin`;

function changeOf(row: Row): Change {
  return {
    id: row.id,
    at: new Date(row.at).toISOString(),
    who: row.who,
    action: row.action,
    table: row.line_table,
    articleId: row.article_id,
    lineId: row.line_id,
    // Written from checked states.
    before: JSON.parse(row.before) as LineState,
    after: JSON.parse(row.after) as LineState,
    ...(row.note !== null && { note: row.note }),
    ...(row.undoes !== null && { undoes: row.undoes }),
    ...(row.undone_by !== null && { undoneBy: row.undone_by }),
    article: row.title === null ? null : articleRefOf({ ...row, title: row.title, id: row.article_id }),
  };
}

export async function changeById(db: Db | Tx, id: number): Promise<Change> {
  const { rows } =
    await sql<Row>`select ${COLUMNS} from changes left join articles on articles.id = article_id
    where changes.id = ${id}::int`.execute(db);
  if (!rows[0]) throw new TrucelineError('E_NO_SUCH', { kind: 'change', id });
  return changeOf(rows[0]);
}

export async function listChanges(
  db: Db,
  filter: ChangeFilter = {},
  paging: Omit<Paging, 'order'> = {},
): Promise<PageOf<Change>> {
  const limit = limitOf(paging.limit);
  const where = [sql`true`];
  if (filter.articleId !== undefined) where.push(sql`changes.article_id = ${filter.articleId}`);
  if (filter.lineId !== undefined) where.push(sql`changes.line_id = ${filter.lineId}`);
  if (filter.who !== undefined) where.push(sql`changes.who = ${filter.who}`);
  if (paging.cursor) where.push(sql`changes.id < ${keyOfCursor(paging.cursor, ['number'])[0]}::int`);
  const { rows } =
    await sql<Row>`select ${COLUMNS} from changes left join articles on articles.id = article_id
    where ${sql.join(where, sql` and `)} order by changes.id desc limit ${limit + 1}`.execute(db);
  return pageOf(rows, limit, changeOf, ({ id }) => [id]);
}
