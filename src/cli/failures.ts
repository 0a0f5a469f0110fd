import type { Failure } from '../collect/index.ts';
import { TrucelineError } from '../model/index.ts';
import type { Progress } from './progress.ts';
import { colorsFor, plain } from './terminal.ts';

/** One clear line on stderr: what happened, and what to do. */
export function reportError(error: TrucelineError, verbose = false): void {
  const colors = colorsFor(process.stderr);
  process.stderr.write(
    `${colors.red('error')} ${plain(error.message)}. ${colors.dim(plain(error.remedy))}\n`,
  );
  if (verbose) process.stderr.write(`${stackOf(error)}\n`);
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined
    ? (error.stack ?? '')
    : `${error.stack}\ncaused by ${stackOf(error.cause)}`;
}

/** Counts what went wrong in a run of many inputs and tells it as it comes. */
export class FailureList {
  #bad = 0;
  #all = 0;
  readonly #progress: Progress;
  #only: TrucelineError | null = null;

  constructor(progress: Progress) {
    this.#progress = progress;
  }

  good(): void {
    this.#all++;
  }

  bad({ error }: Failure): void {
    this.#all++;
    this.#bad++;
    this.#only = error;
    this.#progress.around(() => reportError(error));
  }

  get count(): number {
    return this.#bad;
  }

  /** The exit code of the run: 0, the error's own where it was the only input, else that of E_PARTIAL, with a last line. */
  exitCode(): number {
    if (this.#bad === 0) return 0;
    if (this.#all === 1 && this.#only) return this.#only.exitCode;
    const partial = new TrucelineError('E_PARTIAL', { bad: this.#bad, all: this.#all });
    reportError(partial);
    return partial.exitCode;
  }
}
