import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { TrucelineError } from '../model/index.ts';
import { LIMITS } from './limits.ts';
import { makePage, type PageOptions } from './make-page.ts';
import type { Page } from './page.ts';
import { tooLarge } from './unpack.ts';

/** Reads a file as a page. Throws E_NOT_FOUND, E_UNREADABLE, and what {@link makePage} throws. */
export async function readFilePage(path: string, options: PageOptions = {}): Promise<Page> {
  const maxBytes = options.maxBytes ?? LIMITS.maxBytes;
  let bytes: Uint8Array;
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) throw new TrucelineError('E_UNREADABLE', { path, detail: 'it is a folder' });
    if (facts.isFile() && facts.size > maxBytes) throw tooLarge(path, maxBytes);
    bytes = await bytesOfStream(createReadStream(path), path, maxBytes);
  } catch (error) {
    throw asFileError(error, path);
  }
  return makePage(bytes, path, options);
}

/** Reads all of standard input (or another stream) as a page. */
export async function readStreamPage(
  stream: Readable,
  origin: string,
  options: PageOptions = {},
): Promise<Page> {
  return makePage(await bytesOfStream(stream, origin, options.maxBytes ?? LIMITS.maxBytes), origin, options);
}

async function bytesOfStream(stream: Readable, origin: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) {
      stream.destroy();
      throw tooLarge(origin, maxBytes);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function asFileError(error: unknown, path: string): unknown {
  if (error instanceof TrucelineError) return error;
  const { code, message } = error as { code?: string; message: string };
  if (code === 'ENOENT' || code === 'ENOTDIR') return new TrucelineError('E_NOT_FOUND', { path }, error);
  const detail = code === 'EACCES' || code === 'EPERM' ? 'permission denied' : message;
  return new TrucelineError('E_UNREADABLE', { path, detail }, error);
}
