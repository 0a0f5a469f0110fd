import { once } from 'node:events';

/** Writes to standard output and waits while the reader of a pipe is slower than we are. */
export async function write(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** One value as one line of JSON on standard output. */
export function writeJsonLine(value: unknown): Promise<void> {
  return write(`${JSON.stringify(value)}\n`);
}
