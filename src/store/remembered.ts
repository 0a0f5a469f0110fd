/** Answers kept at a time. */
const MOST = 300;
/** An answer that took longer than this (ms) may be given for a while after something was written. */
const COSTLY_MS = 200;
/** For how many times as long as it took. */
const PATIENCE = 20;

interface Kept {
  readonly answer: unknown;
  readonly at: number;
  readonly cost: number;
  isOld: boolean;
}

/**
 * Answers that look at a great part of the store, kept until something is written; costly ones a little longer, so that
 * a desk that is added to all the time does nothing but count.
 */
export class Remembered {
  readonly #kept = new Map<string, Kept>();

  /** Told when something was written. */
  forget(): void {
    for (const kept of this.#kept.values()) kept.isOld = true;
  }

  async ask<Answer>(key: string, query: () => Promise<Answer>): Promise<Answer> {
    const kept = this.#kept.get(key);
    // What is kept under a key came from the same query.
    if (kept && isGood(kept)) return kept.answer as Answer;
    const start = Date.now();
    const fresh: Kept = { answer: null, at: start, cost: 0, isOld: false };
    const answer = await query();
    if (this.#kept.size >= MOST) this.#kept.clear();
    this.#kept.set(key, { ...fresh, answer, cost: Date.now() - start });
    return answer;
  }
}

function isGood({ isOld, at, cost }: Kept): boolean {
  return !isOld || (cost > COSTLY_MS && Date.now() - at < PATIENCE * cost);
}
