import type { Failure } from '../collect/index.ts';
import type { Added } from '../store/index.ts';
import { FailureList } from './failures.ts';
import { write, writeJsonLine } from './output.ts';
import { type Progress, progressBar } from './progress.ts';
import { colorsFor, plain } from './terminal.ts';

export interface AddReportOptions {
  readonly json?: true;
  readonly quiet?: true;
}

/** Tells what becomes of each input of `truceline add`: a line on standard output, failures on stderr, a sum at the end. */
export class AddReport {
  readonly #options: AddReportOptions;
  readonly #progress: Progress;
  readonly #failures: FailureList;
  readonly #counts = { added: 0, updated: 0, unchanged: 0 };

  constructor(options: AddReportOptions) {
    this.#options = options;
    // Lines on a terminal show the progress themselves.
    const isShownByLines = process.stdout.isTTY && !options.quiet;
    this.#progress = isShownByLines ? SILENT : progressBar('adding', 0);
    this.#failures = new FailureList(this.#progress);
  }

  async added({ outcome, id, title, supersedes }: Added, origin: string): Promise<void> {
    this.#counts[outcome]++;
    this.#failures.good();
    this.#progress.update(this.#done, `${this.#done.toLocaleString('en')} articles`);
    if (this.#options.quiet) return;
    if (this.#options.json) {
      await writeJsonLine({ outcome, id, title, origin, ...(supersedes !== undefined && { supersedes }) });
      return;
    }
    const colors = colorsFor(process.stdout);
    const color = outcome === 'unchanged' ? colors.dim : outcome === 'added' ? colors.green : colors.yellow;
    const instead = supersedes === undefined ? '' : colors.dim(` (in place of ${supersedes})`);
    await write(`${color(outcome)} ${id} ${plain(title)}${instead}\n`);
  }

  async failed(failure: Failure): Promise<void> {
    this.#failures.bad(failure);
    if (!this.#options.json) return;
    const { code, message, remedy } = failure.error;
    await writeJsonLine({ outcome: 'failed', origin: failure.origin, code, message, remedy });
  }

  /** The sum, on stderr, where there was more than one input. */
  end(place: string): void {
    this.#progress.stop();
    const { added, updated, unchanged } = this.#counts;
    if (this.#options.quiet || this.#done + this.#failures.count < 2) return;
    const parts = Object.entries({ added, updated, unchanged, failed: this.#failures.count })
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${count.toLocaleString('en')} ${name}`);
    process.stderr.write(`${parts.join(', ')}; the store is ${plain(place)}\n`);
  }

  exitCode(): number {
    return this.#failures.exitCode();
  }

  get #done(): number {
    return this.#counts.added + this.#counts.updated + this.#counts.unchanged;
  }
}

const SILENT: Progress = { update: () => undefined, around: (tell) => tell(), stop: () => undefined };
