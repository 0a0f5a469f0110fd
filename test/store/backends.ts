import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { HAS_POSTGRES, type PostgresServer, startPostgres } from './postgres.ts';

/** A place for a store; opened again it has what was written before. */
export interface Place {
  open(): Promise<Store>;
}

/** Runs the same tests over PGlite in a folder and over a PostgreSQL server. */
export function describeBackends(name: string, tests: (newPlace: () => Promise<Place>) => void): void {
  describe(`${name}, PGlite in a folder`, () => {
    let root: string;
    let count = 0;
    beforeAll(() => {
      root = mkdtempSync(join(tmpdir(), 'truceline-store-'));
    });
    afterAll(() => rmSync(root, { recursive: true, force: true }));
    tests(async () => {
      const data = join(root, String(++count));
      return { open: () => openStore({ data, create: true }) };
    });
  });
  describe.skipIf(!HAS_POSTGRES)(`${name}, a PostgreSQL server`, () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server.stop());
    tests(async () => {
      const databaseUrl = await server.newDatabase();
      return { open: () => openStore({ databaseUrl, create: true }) };
    });
  });
  if (!HAS_POSTGRES)
    process.stderr.write(`${name}: no PostgreSQL server on this machine, tested over PGlite only\n`);
}
