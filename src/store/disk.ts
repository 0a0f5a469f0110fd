import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { TrucelineError } from '../model/index.ts';

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
  const path = join(folder, `.probe-${process.pid}`);
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
