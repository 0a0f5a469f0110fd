import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { TrucelineError } from '../model/index.ts';

/** A segment of the write-ahead log, and something for the files that grow beside it. */
const RESERVE_BYTES = 24 * 1024 * 1024;
/** Rows, indexes and log may take this many times the bytes of a Record. */
const GROWTH = 6;

/**
 * Throws E_DISK_FULL where the disk has no room to write `bytes` of records. Asked before each write: PGlite does not
 * survive a disk that fills up under it (its process can even spin without end), while one that is merely nearly full
 * can be read and closed in order.
 */
export function checkRoom(folder: string, bytes: number): void {
  if (freeBytesAt(folder) < RESERVE_BYTES + GROWTH * bytes)
    throw new TrucelineError('E_DISK_FULL', { path: folder });
}

/** Is there room for tidying up? */
export function hasRoom(folder: string): boolean {
  return freeBytesAt(folder) >= RESERVE_BYTES;
}

function freeBytesAt(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    // A file system that does not tell.
    return Number.POSITIVE_INFINITY;
  }
}

const PROBE_BYTES = 256 * 1024;

/**
 * The disk's part in an error, or null where it has none. The database dies of a full disk in many ways (an SQL error,
 * a panic, a WebAssembly trap), so besides looking at the error this tries to write a little into the folder.
 */
export function diskErrorAt(folder: string, error: unknown): TrucelineError | null {
  return diskErrorOf(folder, error) ?? probe(folder, error);
}

function diskErrorOf(folder: string, error: unknown): TrucelineError | null {
  const { code, message = '' } = (error ?? {}) as { code?: string; message?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' || code === '53100') {
    return new TrucelineError('E_DISK_FULL', { path: folder }, error);
  }
  if (/no space left|disk quota exceeded|file too large/i.test(message)) {
    return new TrucelineError('E_DISK_FULL', { path: folder }, error);
  }
  if (code === 'EROFS' || /read-only file system/i.test(message)) {
    return new TrucelineError('E_READ_ONLY', { path: folder, detail: 'read-only disk' }, error);
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new TrucelineError('E_READ_ONLY', { path: folder, detail: 'permission denied' }, error);
  }
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return new TrucelineError('E_READ_ONLY', { path: folder, detail: 'it is not a folder' }, error);
  }
  return null;
}

function probe(folder: string, error: unknown): TrucelineError | null {
  let place = resolve(folder);
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  const path = join(place, `.probe-${process.pid}`);
  let file: number | null = null;
  try {
    file = openSync(path, 'w');
    writeSync(file, Buffer.alloc(PROBE_BYTES));
    fsyncSync(file);
    return null;
  } catch (found) {
    const known = diskErrorOf(folder, found);
    return known === null
      ? null
      : new TrucelineError(known.code, { path: folder, detail: 'read-only disk' }, error);
  } finally {
    if (file !== null) closeSync(file);
    rmSync(path, { force: true });
  }
}
