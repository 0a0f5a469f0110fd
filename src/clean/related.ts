import { furniturePhrase } from './phrases.ts';

const WORD = /[\p{L}\p{N}'’©]+/gu;

/**
 * The headline of another story in a line that leads there: what stands behind `See also`, else the whole line. Null where the line is
 * nothing but such a phrase.
 */
export function headlineIn(line: string): string | null {
  const phrase = furniturePhrase(line);
  if (!phrase) return line;
  let end = 0;
  let left = phrase.words;
  for (const { 0: word, index } of line.matchAll(WORD)) {
    if (left-- === 0) break;
    end = index + word.length;
  }
  const headline = line.slice(end).replace(/^[^\p{L}\p{N}"“«„‘¿¡]+/u, '');
  return /\p{L}/u.test(headline) ? headline : null;
}
