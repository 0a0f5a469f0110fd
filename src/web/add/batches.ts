import type { JobInput } from '../api/client.ts';

/** What one request may hold, with room to spare below the server's 48 MiB and 500 inputs. */
const MOST_SIGNS = 40 * 1024 * 1024;
const MOST_INPUTS = 200;

/** Inputs in their order, put together so that each request stays within what the server takes. */
export function batchesOf(inputs: readonly JobInput[], most = MOST_SIGNS): JobInput[][] {
  const batches: JobInput[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const input of inputs) {
    const own = sizeOf(input);
    const batch = batches.at(-1);
    if (batch && size + own <= most && batch.length < MOST_INPUTS) {
      batch.push(input);
      size += own;
    } else {
      batches.push([input]);
      size = own;
    }
  }
  return batches;
}

function sizeOf(input: JobInput): number {
  return input.kind === 'file' ? input.base64.length : input.kind === 'text' ? 4 * input.text.length : 100;
}
