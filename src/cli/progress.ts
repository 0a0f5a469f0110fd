import { SingleBar } from 'cli-progress';

/** A bar on stderr that shows itself only on a terminal and only after two seconds. */
export interface Progress {
  /** `done` of the unit that the bar counts in; `note` is shown behind it. */
  update(done: number, note?: string): void;
  /** Runs `write` (a message to the terminal) without leaving half a bar behind. */
  around(write: () => void): void;
  stop(): void;
}

const DELAY_MS = 2000;

/** `total` 0: not known, only the count is shown. */
export function progressBar(label: string, total: number): Progress {
  if (!process.stderr.isTTY) {
    return { update: () => undefined, around: (write) => write(), stop: () => undefined };
  }
  const format =
    total > 0
      ? `${label} {bar} {percentage} %  {note}  {eta_formatted} left`
      : `${label} {note}  {duration_formatted}`;
  const bar = new SingleBar({
    format,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    fps: 5,
    barsize: 30,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  });
  const started = Date.now();
  let showing = false;
  return {
    update(done, note = '') {
      if (!showing && Date.now() - started > DELAY_MS) {
        bar.start(total, done, { note });
        showing = true;
      }
      if (showing) bar.update(done, { note });
    },
    around(write) {
      if (showing) process.stderr.write('\r\u001b[K');
      write();
    },
    stop() {
      if (showing) bar.stop();
    },
  };
}
