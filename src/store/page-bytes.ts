import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Bytes as the table `pages` keeps them: gzip, which any tool opens. Runs beside the main thread. */
export async function packed(bytes: Uint8Array): Promise<Uint8Array> {
  return pack(bytes);
}

export async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  return unpack(bytes);
}
