import { TrucelineError } from '../model/index.ts';

/** Wrong passwords of one name that cost nothing; each further one doubles the wait. */
const FREE = 5;
const LONGEST_MS = 60_000;
const FORGOTTEN_MS = 15 * 60_000;
const MOST_NAMES = 10_000;

/**
 * Slows down who guesses the password of one name from many addresses. The wait has a low ceiling, because anyone can
 * make the owner of the name wait too.
 */
export class LoginGuard {
  readonly #failures = new Map<string, { count: number; at: number }>();

  /** Throws E_TOO_MANY. */
  check(name: string, now = Date.now()): void {
    const known = this.#failures.get(name);
    if (!known || now - known.at > FORGOTTEN_MS || known.count < FREE) return;
    const until = known.at + Math.min(LONGEST_MS, 1000 * 2 ** (known.count - FREE));
    if (now < until) throw new TrucelineError('E_TOO_MANY', { seconds: Math.ceil((until - now) / 1000) });
  }

  failed(name: string, now = Date.now()): void {
    const known = this.#failures.get(name);
    this.#failures.delete(name);
    const oldest = this.#failures.size >= MOST_NAMES ? this.#failures.keys().next().value : undefined;
    if (oldest !== undefined) this.#failures.delete(oldest);
    const count = known && now - known.at <= FORGOTTEN_MS ? known.count + 1 : 1;
    this.#failures.set(name, { count, at: now });
  }

  succeeded(name: string): void {
    this.#failures.delete(name);
  }
}
