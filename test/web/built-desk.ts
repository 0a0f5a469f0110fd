import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const SOURCE = fileURLToPath(new URL('../../src/web', import.meta.url));
const BUILT = fileURLToPath(new URL('../../dist/web', import.meta.url));

/**
 * The built desk: what `npm test` has built where nothing of the source is newer, else built anew into a folder of its own, so that
 * the tests never see an old one.
 */
export async function buildDesk(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const page = join(BUILT, 'index.html');
  if (existsSync(page) && statSync(page).mtimeMs > newestIn(SOURCE))
    return { folder: BUILT, remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'truceline-desk-'));
  await build({
    configFile: join(SOURCE, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

function newestIn(folder: string): number {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return Math.max(...entries.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
}
