import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { TrucelineError } from '../../../model/index.ts';
import type { Dossier, DossierDefinition, DossierPreview } from '../../dossiers.ts';
import type { Db, Tx } from '../../tables.ts';
import { storableText } from '../../text.ts';
import { recountDossier } from '../actor-totals.ts';
import { listArticles } from '../list-articles.ts';
import { listEvents } from '../list-events.ts';
import { membersOf } from './membership.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly definition: DossierDefinition;
  readonly created_by: string;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly articles: number;
}

export async function listDossiers(db: Db, id?: string): Promise<readonly Dossier[]> {
  const { rows } = await sql<Row>`select dossiers.*,
      (select count(*)::int from dossier_articles where dossier_id = dossiers.id) as articles
    from dossiers ${id === undefined ? sql`` : sql`where id = ${id}`} order by lower(name), id`.execute(db);
  return rows.map(({ created_by, created_at, updated_at, ...row }) => ({
    id: row.id,
    name: row.name,
    definition: row.definition,
    articles: row.articles,
    createdBy: created_by,
    createdAt: new Date(created_at).toISOString(),
    updatedAt: new Date(updated_at).toISOString(),
  }));
}

export async function getDossier(db: Db, id: string): Promise<Dossier> {
  const [dossier] = await listDossiers(db, id);
  if (!dossier) throw new TrucelineError('E_NO_SUCH', { kind: 'dossier', id });
  return dossier;
}

export async function createDossier(
  db: Db,
  name: string,
  definition: DossierDefinition,
  createdBy: string,
): Promise<Dossier> {
  const id = `d${randomUUID().slice(0, 13).replace('-', '')}`;
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('dossiers')
      .values({ id, name: storableText(name), definition: JSON.stringify(definition), created_by: createdBy })
      .execute();
    await fill(tx, id, definition);
  });
  await tidied(db);
  return getDossier(db, id);
}

export async function changeDossier(
  db: Db,
  id: string,
  name: string,
  definition: DossierDefinition,
): Promise<Dossier> {
  await db.transaction().execute(async (tx) => {
    const changed = await tx
      .updateTable('dossiers')
      .set({ name: storableText(name), definition: JSON.stringify(definition), updated_at: sql`now()` })
      .where('id', '=', id)
      .returning('id')
      .execute();
    if (changed.length === 0) throw new TrucelineError('E_NO_SUCH', { kind: 'dossier', id });
    await fill(tx, id, definition);
  });
  await tidied(db);
  return getDossier(db, id);
}

export async function removeDossier(db: Db, id: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const gone = await tx.deleteFrom('dossiers').where('id', '=', id).returning('id').execute();
    if (gone.length === 0) throw new TrucelineError('E_NO_SUCH', { kind: 'dossier', id });
    await tx.deleteFrom('dossier_articles').where('dossier_id', '=', id).execute();
    await tx.deleteFrom('actor_totals').where('dossier_id', '=', id).execute();
  });
}

async function fill(tx: Tx, id: string, definition: DossierDefinition): Promise<void> {
  await tx.deleteFrom('dossier_articles').where('dossier_id', '=', id).execute();
  const members = await membersOf(tx, definition);
  await sql`insert into dossier_articles (dossier_id, article_id) select ${id}, id from (${members}) as member`.execute(
    tx,
  );
  await recountDossier(tx, id);
}

/** How large a dossier is decides how its lists are best read; the planner must know. */
async function tidied(db: Db): Promise<void> {
  await sql`analyze dossier_articles, actor_totals`.execute(db);
}

const SHOWN = 5;

export async function previewDossier(db: Db, definition: DossierDefinition): Promise<DossierPreview> {
  const members = await membersOf(db, definition);
  const { rows } = await sql<{ [name in 'articles' | 'events' | 'claims' | 'conditions']: number }>`
    select count(*)::int as articles, coalesce(sum(event_count), 0)::int as events,
      coalesce(sum(claim_count), 0)::int as claims, coalesce(sum(condition_count), 0)::int as conditions
    from articles where id in (${members})`.execute(db);
  const counts = rows[0] ?? { articles: 0, events: 0, claims: 0, conditions: 0 };
  const newestArticles = (await listArticles(db, { members }, { limit: SHOWN })).items;
  const newestEvents = (await listEvents(db, { members }, { limit: SHOWN })).items;
  return { ...counts, newestArticles, newestEvents };
}
