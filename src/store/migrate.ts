import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { TrucelineError } from '../model/index.ts';
import { fillCounted } from './queries/counted/index.ts';
import type { Db, Tx } from './tables.ts';

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly statements: string;
}

/** What a migration's statements leave to the program, by its number. */
const AFTERWARDS: { readonly [number: number]: (tx: Tx) => Promise<void> } = { 8: fillCounted };

const FOLDER = new URL('./migrations/', import.meta.url);

/** The numbered files of migrations/, in order. */
export function migrations(): readonly Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((name) => ({
      number: Number(name.slice(0, 4)),
      name,
      statements: readFileSync(new URL(name, FOLDER), 'utf8'),
    }));
}

/** Number of the newest migration that this program knows. */
export function newestMigration(): number {
  return Math.max(0, ...migrations().map(({ number }) => number));
}

/**
 * Brings the schema up to date, each migration in a transaction of its own under a lock, so that two programs that
 * start at once do not both. Throws E_STORE_NEWER where the store knows migrations that this program does not.
 */
export async function migrate(db: Db, place: string): Promise<void> {
  if ((await migrationOf(db)) === newestMigration()) return;
  const all = migrations();
  for (const migration of all) {
    await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(7362514)`.execute(tx);
      await sql`create table if not exists truceline_migrations (
        number integer primary key, name text not null, applied_at timestamptz not null default now())`.execute(
        tx,
      );
      const applied = await migrationOf(tx);
      if (applied > newestMigration()) throw new TrucelineError('E_STORE_NEWER', { path: place });
      if (applied >= migration.number) return;
      for (const statement of statementsOf(migration.statements)) await sql.raw(statement).execute(tx);
      await AFTERWARDS[migration.number]?.(tx);
      await tx
        .insertInto('truceline_migrations')
        .values({ number: migration.number, name: migration.name })
        .execute();
    });
  }
}

/** Number of the last migration applied; 0 for an empty database. */
export async function migrationOf(db: Db): Promise<number> {
  const { rows: tables } = await sql<{ found: boolean }>`
    select to_regclass('truceline_migrations') is not null as found`.execute(db);
  if (!tables[0]?.found) return 0;
  const { rows } = await sql<{ number: number }>`
    select coalesce(max(number), 0)::int as number from truceline_migrations`.execute(db);
  return rows[0]?.number ?? 0;
}

/** One statement at a time, as prepared queries want it. Our migrations hold no semicolon inside a statement. */
function statementsOf(text: string): string[] {
  return text
    .replace(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean);
}
