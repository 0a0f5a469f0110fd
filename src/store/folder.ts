import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely } from 'kysely';
import { asTrucelineError, TrucelineError } from '../model/index.ts';
import type { Backend } from './backend.ts';
import { checkRoom, diskErrorAt, hasRoom } from './disk.ts';
import { Housekeeping } from './housekeeping.ts';
import { takeLock } from './lock.ts';
import { migrate } from './migrate.ts';

import { PgliteDialect } from './pglite-dialect.ts';
import { unpackPrepared } from './prepared.ts';
import { refusalOf } from './refusal.ts';
import type { Tables } from './tables.ts';

/** What a store folder holds: the database and the lock. Anything else in it is not ours. */
const DATABASE = 'pg';
const LOCK = 'truceline.lock';
/** PG_CONTROL_FILE_SIZE of PostgreSQL. */
const CONTROL_BYTES = 8192;
const SMALLEST_CACHE_MB = 16;
const LARGEST_CACHE_MB = 128;

/**
 * Opens the store in a folder, or makes one there where `create` is set. Throws E_STORE_MISSING, E_STORE_BUSY,
 * E_STORE_CORRUPT, E_STORE_NEWER, E_DISK_FULL, E_READ_ONLY.
 */
export async function openFolder(folder: string, create: boolean): Promise<Backend> {
  const place = resolve(folder);
  const database = join(place, DATABASE);
  const isThere = hasDatabase(place, database);
  if (!isThere && !create) throw new TrucelineError('E_STORE_MISSING', { path: folder });
  if (isThere) checkDatabase(folder, database);
  const lock = await onDisk(folder, async () => {
    mkdirSync(place, { recursive: true });
    return takeLock(join(place, LOCK), folder);
  });
  let pglite: PGlite | null = null;
  try {
    if (!isThere) {
      await onDisk(folder, async () => {
        if (!(await unpackPrepared(database))) await makeAnew(database);
      });
    }
    pglite = await started(database);
    const db = new Kysely<Tables>({ dialect: new PgliteDialect(pglite) });
    await migrate(db, folder);
    const house = new Housekeeping(db);
    return {
      db,
      place: folder,
      isOwn: true,
      translated: (error) => translated(error, folder),
      beforeWrite: (bytes) => checkRoom(folder, bytes),
      afterWrite: (written, replaced) => house.afterWrite(written, replaced),
      async close() {
        try {
          // Not needed for what was written; on a full disk it cannot be done.
          if (hasRoom(folder)) await house.beforeClose().catch(() => undefined);
          await db.destroy();
        } catch (error) {
          throw translated(error, folder);
        } finally {
          lock.release();
        }
      },
    };
  } catch (error) {
    await pglite?.close().catch(() => undefined);
    lock.release();
    throw openingError(error, folder);
  }
}

/** `postgres` dies by a panic where its files are damaged; what PGlite then throws says little, so stderr is kept. */
async function started(database: string): Promise<PGlite> {
  const said: string[] = [];
  try {
    return await PGlite.create({
      dataDir: database,
      startParams: [...PGlite.defaultStartParams, ...settingsFor(database).flatMap((one) => ['-c', one])],
      onStderr: (text: string) => {
        said.push(text);
        return false;
      },
    });
  } catch (error) {
    const reason = said.join('\n').match(/(?:PANIC|FATAL|ERROR): +(.*)/)?.[1];
    throw new Error(reason ?? (error instanceof Error ? error.message : String(error)), { cause: error });
  }
}

/**
 * Settings of the server inside. Its memory for pages (shared_buffers) is laid out page by page at every start, which
 * takes half of the time of opening a small store: so it is twice as large as the store, within bounds.
 */
function settingsFor(database: string): readonly string[] {
  const megabytes = Math.ceil(sizeOfFiles(join(database, 'base')) / 2 ** 20);
  const pages = Math.min(LARGEST_CACHE_MB, Math.max(SMALLEST_CACHE_MB, megabytes));
  return [`shared_buffers=${pages}MB`, 'wal_buffers=1MB', 'max_connections=5', 'jit=off'];
}

function sizeOfFiles(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

/** Without a prepared database PGlite makes one, which takes seconds; it appears when it is whole. */
async function makeAnew(database: string): Promise<void> {
  const unfinished = `${database}.unfinished`;
  try {
    const pglite = await started(unfinished);
    await pglite.close();
    await rename(unfinished, database);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

function hasDatabase(place: string, database: string): boolean {
  try {
    if (existsSync(place) && !statSync(place).isDirectory()) {
      throw new TrucelineError('E_READ_ONLY', { path: place, detail: 'it is a file, not a folder' });
    }
    return existsSync(database);
  } catch (error) {
    throw asTrucelineError(error, place);
  }
}

/** PGlite makes a new database where these files lack, over what is left of the old one: that must not happen. */
function checkDatabase(folder: string, database: string): void {
  for (const name of ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal', 'pg_xact']) {
    if (!existsSync(join(database, name))) {
      throw new TrucelineError('E_STORE_CORRUPT', { path: folder, detail: `${name} is missing` });
    }
  }
  if (statSync(join(database, 'global/pg_control')).size !== CONTROL_BYTES) {
    throw new TrucelineError('E_STORE_CORRUPT', { path: folder, detail: 'global/pg_control is cut' });
  }
  if (readdirSync(join(database, 'base')).length === 0) {
    throw new TrucelineError('E_STORE_CORRUPT', { path: folder, detail: 'base is empty' });
  }
}

async function onDisk<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw diskErrorAt(folder, error) ?? asTrucelineError(error, folder);
  }
}

function openingError(error: unknown, folder: string): Error {
  if (error instanceof TrucelineError) return error;
  const disk = diskErrorAt(folder, error);
  if (disk) return disk;
  const detail = error instanceof Error ? error.message : String(error);
  return new TrucelineError('E_STORE_CORRUPT', { path: folder, detail }, error);
}

function translated(error: unknown, folder: string): Error {
  if (error instanceof TrucelineError) return error;
  return refusalOf(error) ?? diskErrorAt(folder, error) ?? asTrucelineError(error, folder);
}
