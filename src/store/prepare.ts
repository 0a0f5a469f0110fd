/** Run by the build: makes a database with all migrations applied and packs it for first starts. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { Kysely } from 'kysely';
import { migrate } from './migrate.ts';
import { PgliteDialect } from './pglite-dialect.ts';
import { packFolder } from './prepared.ts';
import type { Tables } from './tables.ts';

const target = fileURLToPath(new URL('./prepared.bin.gz', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'truceline-prepare-'));
try {
  const pglite = await PGlite.create(join(folder, 'pg'));
  const db = new Kysely<Tables>({ dialect: new PgliteDialect(pglite) });
  await migrate(db, folder);
  // Nobody makes further databases from them, and without them there is half as much to unpack and to keep.
  await pglite.exec('update pg_database set datistemplate = false');
  await pglite.exec('drop database template0');
  await pglite.exec('drop database template1');
  // The freeze spares every store the work of hint bits and statistics on the system tables.
  await pglite.exec('vacuum (freeze, analyze)');
  await pglite.exec('checkpoint');
  await db.destroy();
  await packFolder(join(folder, 'pg'), target);
  process.stdout.write(`prepared database: ${(statSync(target).size / 1e6).toFixed(1)} MB\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
