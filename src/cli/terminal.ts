import pc from 'picocolors';
import wrapAnsi from 'wrap-ansi';

/** Colours as picocolors gives them, or none. */
export type Colors = ReturnType<typeof pc.createColors>;

/** Colours only where the stream is a terminal and NO_COLOR is not set. */
export function colorsFor(stream: { isTTY?: boolean }): Colors {
  return pc.createColors(Boolean(stream.isTTY) && !process.env.NO_COLOR && process.env.TERM !== 'dumb');
}

/** Columns to fill: the terminal's, at most 100; 100 where the output is no terminal. */
export function widthOf(stream: { isTTY?: boolean; columns?: number }): number {
  return Math.max(40, Math.min(stream.isTTY ? (stream.columns ?? 100) : 100, 100));
}

/**
 * Text from outside, safe for a terminal: escape sequences and other control characters (and the marks that turn the
 * direction of writing round) become nothing or a space, white space folds into one.
 */
export function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}

/** Wraps to `width` columns; the first line starts with `indent`, the others with `hang`. The text may hold colours. */
export function wrapped(text: string, width: number, indent: string, hang = indent): string {
  return wrapAnsi(text, width - Math.max(indent.length, hang.length), { hard: true })
    .split('\n')
    .map((line, index) => (index === 0 ? indent : hang) + line)
    .join('\n');
}

/** Shortens to at most `length` characters, with an ellipsis. */
export function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;
}

/** `1 event`, `2 events`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`;
}
