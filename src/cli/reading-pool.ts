import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { Collected, Failure, Page } from '../collect/index.ts';
import { type ArticleRecord, asTrucelineError, TrucelineError } from '../model/index.ts';
import { inOrder } from './in-order.ts';

/** What one input came to. */
export type Reading =
  | { readonly page: Page; readonly record: ArticleRecord; readonly failure?: never }
  | { readonly failure: Failure; readonly page?: Page; readonly record?: never };

export interface PoolOptions {
  /** Threads; all cores where not given. */
  readonly workers?: number;
  /** Seconds that one article may take before it is given up. */
  readonly timeoutSeconds?: number;
}

const DEFAULT_TIMEOUT_SECONDS = 60;
const MEMORY_MB = 1536;
/** Records that may wait for an earlier, slower one. */
const AHEAD_PER_WORKER = 16;

/** Threads that read; the first one loads its models from the start. Close it whatever happens. */
export interface ReadingPool {
  readonly threads: Piscina;
  readonly workers: number;
  readonly seconds: number;
  close(): Promise<void>;
}

/** Opened early, the models load while something else is waited for, such as the store. */
export function openReadingPool(options: PoolOptions = {}): ReadingPool {
  const workers = options.workers ?? availableParallelism();
  const threads = new Piscina({
    filename: workerFile().href,
    minThreads: 1,
    maxThreads: workers,
    concurrentTasksPerWorker: 1,
    idleTimeout: 1000,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const seconds = options.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
  return { threads, workers, seconds, close: () => threads.destroy() };
}

/**
 * Reads pages on all cores and gives the readings back in the order of the inputs, then closes the pool. A page that
 * takes too long, or too much memory, or makes the reader throw, becomes a failure; its worker is replaced and the run
 * goes on.
 */
export async function* readInPool(
  inputs: AsyncIterable<Collected>,
  pool: ReadingPool = openReadingPool(),
): AsyncGenerator<Reading> {
  const { threads, workers, seconds } = pool;
  try {
    yield* inOrder(
      inputs,
      (input) => readCollected(threads, input, seconds),
      workers,
      workers * AHEAD_PER_WORKER,
    );
  } finally {
    await pool.close();
  }
}

async function readCollected(pool: Piscina, input: Collected, seconds: number): Promise<Reading> {
  if (input.failure) return { failure: input.failure };
  const { page } = input;
  try {
    // No more tasks are handed out than there are workers, so the clock starts when the reading does.
    const record: ArticleRecord = await pool.run(page, { signal: AbortSignal.timeout(seconds * 1000) });
    return { page, record };
  } catch (error) {
    return { page, failure: { origin: page.origin, error: asReadingError(error, page.origin, seconds) } };
  }
}

function asReadingError(error: unknown, path: string, seconds: number): TrucelineError {
  const { name, code } = error as { name?: string; code?: string };
  if (name === 'AbortError' || name === 'TimeoutError')
    return new TrucelineError('E_TIMEOUT', { path, seconds }, error);
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return new TrucelineError('E_MEMORY', { path }, error);
  return asTrucelineError(error, path);
}

/** Under the test runner this file runs from source; the worker is then the built one. */
function workerFile(): URL {
  const built = import.meta.url.endsWith('.ts') ? '../../dist/cli/reading-worker.js' : './reading-worker.js';
  return new URL(built, import.meta.url);
}

/** Reads single pages in a pool that is opened for the first of them. `read` throws what a reading fails of. */
export function lazyReader(options: PoolOptions = {}) {
  let pool: ReadingPool | null = null;
  return {
    async read(page: Page): Promise<ArticleRecord> {
      pool ??= openReadingPool(options);
      const { record, failure } = await readCollected(pool.threads, { page }, pool.seconds);
      if (failure) throw failure.error;
      return record;
    },
    async close(): Promise<void> {
      await pool?.close();
    },
  };
}
