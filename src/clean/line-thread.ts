import type { LineShape } from './line-shape.ts';

const SPOKE =
  /^.{2,80}\s(?:says?|said|wrote|writes|replied|commented|пишет|написал\p{L}?|сказал\p{L}?|dice|dijo|scrive|ha scritto|ha detto|schreibt|schrieb|sagt|sagte|écrit|a écrit|a dit|diz|disse|escreveu|yazdı|dedi|գրել է|ասել է|يقول|قال):?$/iu;
/** Lines that may lie between two marks of one thread. */
const APART = 30;
const FEWEST = 3;
const STAMP = 100;
/** A paragraph of this length must come before a thread. */
const PROSE = 60;

/** Whether a line says who speaks in a comment: `anna says:`, `Karl B. on 3 May 2031 at 5:23 pm said:`. */
export function isSpoke(text: string): boolean {
  return text.length < STAMP && SPOKE.test(text);
}

/**
 * Where a thread of comments begins, or the number of lines: at least three lines behind the first paragraph, not far from one another, that say who
 * wrote when, and among them either words of speaking or what stands beside comments (`Reply`, `25 votes`). A report that is written hour
 * by hour has its times before the first paragraph too. Linear.
 */
export function threadStart(texts: readonly string[], shapes: readonly LineShape[]): number {
  const first = shapes.findIndex(({ length, isSentence }) => length >= PROSE && isSentence);
  if (first < 0) return texts.length;
  let [start, last, stamps, spoken, beside] = [-1, -1, 0, 0, 0];
  for (let at = first + 1; at < texts.length; at++) {
    const shape = shapes[at] as LineShape;
    const isWord = isSpoke(texts[at] as string);
    const isStamp = isWord || (shape.hasTime && shape.length < STAMP && !shape.isSentence);
    if (shape.isThread) beside++;
    if (!isStamp) continue;
    if (last >= 0 && at - last > APART) [start, stamps, spoken, beside] = [-1, 0, 0, 0];
    if (start < 0) start = at;
    last = at;
    stamps++;
    if (isWord) spoken++;
    if (stamps >= FEWEST && (spoken >= 2 || beside >= 2)) return nameBefore(shapes, start);
  }
  return texts.length;
}

/** The line before the first mark where it is a name alone. */
function nameBefore(shapes: readonly LineShape[], start: number): number {
  const before = shapes[start - 1];
  return before && before.words.length <= 3 && !before.isSentence ? start - 1 : start;
}
