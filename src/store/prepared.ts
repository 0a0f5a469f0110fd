import { createHash } from 'node:crypto';
import {
  closeSync,
  createWriteStream,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip, gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { migrations } from './migrate.ts';

/**
 * The database folder with all migrations applied, packed by the build (prepare.ts), so that a first start unpacks
 * files instead of making a database. Format: gzip of one line of JSON (the header), then the files' bytes in its
 * order, each without its trailing zeros, of which a write-ahead log is full.
 */
const Header = z.object({
  /** Which migrations are applied; a pack of others is of no use. */
  schema: z.string(),
  folders: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), size: z.int().nonnegative(), stored: z.int().nonnegative() })),
});

/** Beside this file in dist/; a program run from source uses the one of its last build. */
const PLACES = ['./prepared.bin.gz', '../../dist/store/prepared.bin.gz'].map(
  (place) => new URL(place, import.meta.url),
);

/** Tells the contents of migrations/ apart. */
export function schemaOfProgram(): string {
  const hash = createHash('sha256');
  for (const { name, statements } of migrations()) hash.update(`${name}\n${statements}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** Packs a closed database folder into `target`. */
export async function packFolder(folder: string, target: string): Promise<void> {
  const folders: string[] = [];
  const files: { path: string; size: number; stored: number; bytes: Buffer }[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const full = join(entry.parentPath, entry.name);
    const path = relative(folder, full).split(sep).join('/');
    if (entry.isDirectory()) folders.push(path);
    else if (entry.isFile()) {
      const whole = readFileSync(full);
      const stored = lengthWithoutZeros(whole);
      files.push({ path, size: whole.length, stored, bytes: whole.subarray(0, stored) });
    }
  }
  folders.sort();
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const header = { schema: schemaOfProgram(), folders, files: files.map(({ bytes: _, ...file }) => file) };
  const chunks = [Buffer.from(`${JSON.stringify(header)}\n`), ...files.map(({ bytes }) => bytes)];
  await pipeline(chunks, createGzip({ level: 9 }), createWriteStream(target));
}

/**
 * Puts a ready database at `target`, whole or not at all: it is unpacked beside it and renamed. Returns false where
 * there is no pack for this program's schema; PGlite then makes a database of its own. File system errors are thrown.
 */
export async function unpackPrepared(target: string): Promise<boolean> {
  const pack = PLACES.find((place) => existsSync(place));
  if (!pack) return false;
  const unfinished = `${target}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  try {
    const isOurs = unpackInto(pack, unfinished);
    if (isOurs) await rename(unfinished, target);
    return isOurs;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** All at once and without waiting: hundreds of small files are written several times faster so. */
function unpackInto(pack: URL, folder: string): boolean {
  const unpacked = gunzipSync(readFileSync(pack));
  let from = unpacked.indexOf(0x0a) + 1;
  const header = Header.parse(JSON.parse(unpacked.subarray(0, from).toString()));
  if (header.schema !== schemaOfProgram()) return false;
  for (const path of header.folders) mkdirSync(join(folder, path), { recursive: true });
  for (const { path, size, stored } of header.files) {
    if (from + stored > unpacked.length) throw new Error('the prepared database ends too early');
    const target = openSync(join(folder, path), 'wx');
    try {
      if (stored > 0) writeFileSync(target, unpacked.subarray(from, from + stored));
      if (size > stored) ftruncateSync(target, size);
    } finally {
      closeSync(target);
    }
    from += stored;
  }
  return true;
}

function lengthWithoutZeros(bytes: Buffer): number {
  let length = bytes.length;
  while (length > 0 && bytes[length - 1] === 0) length--;
  return length;
}
