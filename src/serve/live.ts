import { randomUUID } from 'node:crypto';

/** What clients are told of: enough to ask again for what has changed. */
export interface LiveEvents {
  /** Articles were added, read anew or taken away. */
  readonly articles: { readonly ids: readonly string[] };
  /** Somebody decided about a line. */
  readonly review: {
    readonly table: string;
    readonly articleId: string;
    readonly lineId: string;
    readonly who: string;
  };
  /** A dossier was made, changed or removed. */
  readonly dossiers: { readonly id: string };
  /** Somebody came, left or has another role; who may see them asks. */
  readonly accounts: Readonly<Record<string, never>>;
  /** How far a job is. */
  readonly job: {
    readonly id: string;
    readonly by: string;
    readonly state: string;
    readonly done: number;
    readonly total: number;
  };
}

export interface LiveMessage {
  readonly id: string;
  readonly type: keyof LiveEvents;
  /** JSON. */
  readonly data: string;
}

/** Messages kept for clients that come back. */
const KEPT = 1000;

/**
 * News for all open desks. Ids count up within one run of the server, so that a client that was away a while gets
 * what it missed, and one from before a restart, or away too long, is told to ask for everything anew.
 */
export class LiveUpdates {
  readonly #run = randomUUID().slice(0, 8);
  #count = 0;
  readonly #kept: LiveMessage[] = [];
  readonly #listeners = new Set<(message: LiveMessage) => void>();

  publish<Type extends keyof LiveEvents>(type: Type, data: LiveEvents[Type]): void {
    const message = { id: `${this.#run}-${++this.#count}`, type, data: JSON.stringify(data) };
    this.#kept.push(message);
    if (this.#kept.length > KEPT) this.#kept.shift();
    for (const listener of this.#listeners) listener(message);
  }

  /** Id of the latest message. */
  get latest(): string {
    return `${this.#run}-${this.#count}`;
  }

  /** What came after the message `id`; null where that cannot be told. */
  since(id: string): readonly LiveMessage[] | null {
    const [run, count] = id.split('-');
    const seen = Number(count);
    const first = this.#count - this.#kept.length;
    if (run !== this.#run || !Number.isInteger(seen) || seen < first || seen > this.#count) return null;
    return this.#kept.slice(seen - first);
  }

  /** Returns what ends it. */
  listen(listener: (message: LiveMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get listeners(): number {
    return this.#listeners.size;
  }
}
