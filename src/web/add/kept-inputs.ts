import type { Job, JobInput } from '../api/client.ts';

/**
 * What this visit has sent, job by job, so that what failed can be tried again without choosing the file anew. Only
 * the latest jobs are kept, for files can be large; an address can always be tried again, its job names it.
 */
const MOST_JOBS = 10;
const kept = new Map<string, readonly JobInput[]>();

export function keepInputs(jobId: string, inputs: readonly JobInput[]): void {
  kept.set(jobId, inputs);
  const [oldest] = kept.keys();
  if (kept.size > MOST_JOBS && oldest !== undefined) kept.delete(oldest);
}

/** What fails in the same way every time: what the file or the address is, not what happened on the way. */
const LASTING = new Set(['E_EMPTY', 'E_BINARY', 'E_TOO_LARGE', 'E_BAD_GZIP', 'E_PRIVATE_ADDRESS', 'E_URL']);

/** The inputs of a job that failed and are worth another try. */
export function inputsToRetry({ id, items }: Job): JobInput[] {
  return items.flatMap((item, place) => inputToRetry(id, item, place) ?? []);
}

/** The input at a place of a job that failed, where it is known and worth another try. */
export function inputToRetry(jobId: string, item: Job['items'][number], place: number): JobInput | undefined {
  if (item.outcome !== 'failed' || LASTING.has(item.problem?.code ?? '')) return undefined;
  const known = kept.get(jobId)?.[place];
  if (known) return known;
  return /^https?:\/\//i.test(item.origin) ? { kind: 'url', url: item.origin } : undefined;
}
