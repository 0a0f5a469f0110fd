import { BLANK, kindOf } from './signs.ts';

/** A line of scraped text with its place, UTF-16 offsets into the decoded text. */
export interface SourceLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Lines that are not blank. Linear; a line feed ends a line. */
export function linesOf(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    let [from, to] = [start, end];
    while (from < to && isBlank(text, from)) from++;
    while (to > from && isBlank(text, to - 1)) to--;
    if (to > from) lines.push({ text: text.slice(from, to), start: from, end: to });
    start = end + 1;
  }
  return lines;
}

function isBlank(text: string, at: number): boolean {
  return (kindOf(text.charCodeAt(at)) & BLANK) !== 0;
}
