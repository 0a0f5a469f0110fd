import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
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
    const isOurs = await unpackInto(pack, unfinished);
    if (isOurs) await rename(unfinished, target);
    return isOurs;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function unpackInto(pack: URL, folder: string): Promise<boolean> {
  const source = new Taker(createReadStream(pack).pipe(createGunzip({ chunkSize: 1 << 18 })));
  const header = Header.parse(JSON.parse((await source.line()).toString()));
  if (header.schema !== schemaOfProgram()) return false;
  for (const path of header.folders) await mkdir(join(folder, path), { recursive: true });
  for (const { path, size, stored } of header.files) {
    const file = await open(join(folder, path), 'wx');
    try {
      if (stored > 0) await file.write(await source.take(stored));
      if (size > stored) await file.truncate(size);
    } finally {
      await file.close();
    }
  }
  return true;
}

/** Takes pieces of known length off a stream. */
class Taker {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  async line(): Promise<Buffer> {
    let end = this.#rest.indexOf(0x0a);
    while (end === -1) {
      await this.#more();
      end = this.#rest.indexOf(0x0a);
    }
    const line = this.#rest.subarray(0, end);
    this.#rest = this.#rest.subarray(end + 1);
    return line;
  }

  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let missing = length;
    while (missing > 0) {
      if (this.#rest.length === 0) await this.#more();
      const part = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(part.length);
      missing -= part.length;
      parts.push(part);
    }
    return Buffer.concat(parts, length);
  }

  async #more(): Promise<void> {
    const next = await this.#chunks.next();
    if (next.done) throw new Error('the prepared database ends too early');
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
  }
}

function lengthWithoutZeros(bytes: Buffer): number {
  let length = bytes.length;
  while (length > 0 && bytes[length - 1] === 0) length--;
  return length;
}
