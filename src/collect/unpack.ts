import { gunzipSync } from 'node:zlib';
import { TrucelineError } from '../model/index.ts';
import { sizeInWords } from './limits.ts';
import { contentOf } from './sniff.ts';

const MAX_LAYERS = 2;

/**
 * Unpacks gzip (up to two layers, as servers and archives sometimes stack them), never past `maxBytes`.
 * Throws E_TOO_LARGE for a bomb and E_BAD_GZIP for a broken file.
 */
export function unpack(bytes: Uint8Array, origin: string, maxBytes: number): Uint8Array {
  let unpacked = bytes;
  for (let layer = 0; layer < MAX_LAYERS && contentOf(unpacked).kind === 'gzip'; layer++) {
    unpacked = gunzip(unpacked, origin, maxBytes);
  }
  if (unpacked.length > maxBytes) throw tooLarge(origin, maxBytes);
  return unpacked;
}

function gunzip(bytes: Uint8Array, origin: string, maxBytes: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(origin, maxBytes);
    throw new TrucelineError('E_BAD_GZIP', { path: origin, detail: (error as Error).message }, error);
  }
}

export function tooLarge(origin: string, maxBytes: number): TrucelineError {
  return new TrucelineError('E_TOO_LARGE', { path: origin, limit: sizeInWords(maxBytes) });
}
