import { randomUUID } from 'node:crypto';
import type { Page } from '../collect/index.ts';
import { type ArticleRecord, asTrucelineError, TrucelineError } from '../model/index.ts';
import { isUnchanged, type Store } from '../store/index.ts';
import { type JobInput, originOf, pageOfInput } from './job-input.ts';
import type { LiveUpdates } from './live.ts';
import { problemOf } from './problem.ts';

export interface JobItem {
  readonly origin: string;
  readonly outcome: 'waiting' | 'working' | 'added' | 'updated' | 'unchanged' | 'failed';
  readonly articleId?: string;
  readonly title?: string;
  readonly problem?: { readonly code: string; readonly message: string; readonly remedy: string };
}

export interface Job {
  readonly id: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly state: 'waiting' | 'working' | 'done';
  readonly done: number;
  readonly total: number;
  readonly items: readonly JobItem[];
}

export type Read = (page: Page) => Promise<ArticleRecord>;

const MOST_KEPT = 100;
const MOST_WAITING = 50;

/**
 * Adds what people drop on the desk, one input after the other in the order of their coming, and tells how far it is.
 * The jobs are in memory: what was added is in the store, what was waiting when the server ended is not done.
 */
export class Jobs {
  readonly #store: Store;
  readonly #live: LiveUpdates;
  readonly #read: Read;
  readonly #jobs = new Map<string, Job>();
  readonly #waiting: { id: string; inputs: readonly JobInput[] }[] = [];
  #isWorking = false;
  #isClosed = false;

  constructor(store: Store, live: LiveUpdates, read: Read) {
    this.#store = store;
    this.#live = live;
    this.#read = read;
  }

  /** Throws E_TOO_MANY where many jobs wait already. */
  start(inputs: readonly JobInput[], by: string): Job {
    if (this.#waiting.length >= MOST_WAITING) throw new TrucelineError('E_TOO_MANY', { seconds: 60 });
    const job: Job = {
      id: randomUUID(),
      by,
      startedAt: new Date().toISOString(),
      state: 'waiting',
      done: 0,
      total: inputs.length,
      items: inputs.map((input) => ({ origin: originOf(input), outcome: 'waiting' })),
    };
    this.#jobs.set(job.id, job);
    for (const [id, { state }] of this.#jobs) {
      if (this.#jobs.size <= MOST_KEPT) break;
      if (state === 'done') this.#jobs.delete(id);
    }
    this.#waiting.push({ id: job.id, inputs });
    void this.#work();
    return job;
  }

  /** Throws E_NO_SUCH. */
  get(id: string): Job {
    const job = this.#jobs.get(id);
    if (!job) throw new TrucelineError('E_NO_SUCH', { kind: 'job', id });
    return job;
  }

  /** Latest first. */
  list(): readonly Job[] {
    return [...this.#jobs.values()].reverse();
  }

  close(): void {
    this.#isClosed = true;
    this.#waiting.length = 0;
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      for (const [place, input] of next.inputs.entries()) {
        if (this.#isClosed) break;
        this.#set(next.id, place, { outcome: 'working' });
        this.#set(next.id, place, await this.#add(input));
      }
    }
    this.#isWorking = false;
  }

  #set(id: string, place: number, change: Partial<JobItem>): void {
    const job = this.get(id);
    const items = job.items.map((item, nr) => (nr === place ? { ...item, ...change } : item));
    const done = items.filter(({ outcome }) => outcome !== 'waiting' && outcome !== 'working').length;
    const state = done === items.length ? 'done' : 'working';
    this.#jobs.set(id, { ...job, items, done, state });
    this.#live.publish('job', { id, by: job.by, state, done, total: job.total });
  }

  async #add(input: JobInput): Promise<Partial<JobItem>> {
    let page: Page | undefined;
    try {
      page = await pageOfInput(input);
      const known = (await this.#store.known([page.id])).get(page.id);
      if (known && isUnchanged(page, known))
        return { outcome: 'unchanged', articleId: known.id, title: known.title };
      const record = await this.#read(page);
      if (record.article.text === '') throw new TrucelineError('E_NO_TEXT', { path: page.origin });
      const { id, title, outcome } = await this.#store.addRecord(record, page);
      this.#live.publish('articles', { ids: [id] });
      return { outcome, articleId: id, title };
    } catch (error) {
      return { outcome: 'failed', problem: await this.#failed(error, input, page) };
    }
  }

  /** Failures stand in the list of failures too, as those of the command line do. */
  async #failed(thrown: unknown, input: JobInput, page: Page | undefined) {
    const origin = originOf(input);
    const { code, message, remedy } = asTrucelineError(thrown, origin);
    await this.#store
      .addFailure({ origin, code, message, remedy, ...(page && { page }) })
      .catch(() => undefined);
    return problemOf(thrown).problem;
  }
}

/** Reads in this very process: for programs that bring no reader of their own. */
export async function readHere(page: Page): Promise<ArticleRecord> {
  const { recordOf } = await import('../extract/index.ts');
  return recordOf(page);
}
