import type { Snippet } from './store.ts';

/** Marks around a hit on its way out of the database: private use characters, taken out of the text beforehand. */
export const START = '\uE000';
export const STOP = '\uE001';

export function unmarked(text: string): string {
  return text.replace(/[\uE000\uE001]/g, '');
}

/** Cuts a marked text into pieces. Pure. */
export function snippetOf(marked: string): Snippet {
  const pieces: { text: string; isHit: boolean }[] = [];
  marked.split(START).forEach((part, index) => {
    const stop = index === 0 ? -1 : part.indexOf(STOP);
    if (stop > 0) pieces.push({ text: part.slice(0, stop), isHit: true });
    const rest = part.slice(stop + 1);
    if (rest !== '') pieces.push({ text: rest, isHit: false });
  });
  return pieces;
}

/** Of a longer text only so many characters are looked through for a snippet (UTF-16). */
const WINDOW = 8000;
const SEARCHED = 200_000;

/**
 * The part of a text that a snippet is made of: the whole of a short one; of a long one the stretch about the first
 * word that begins as one of those asked for (stems differ at the end), else its beginning. Pure, linear.
 */
export function windowOf(text: string, asked: string): string {
  if (text.length <= WINDOW) return text;
  const lower = text.slice(0, SEARCHED).toLowerCase();
  const places = (asked.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [])
    .slice(0, 8)
    .map((word) => lower.indexOf(word.slice(0, Math.max(4, word.length - 3))))
    .filter((place) => place !== -1);
  const first = places.length === 0 ? 0 : Math.min(...places);
  if (first < WINDOW / 2) return text.slice(0, WINDOW);
  const from = text.lastIndexOf(' ', first - 300) + 1;
  return text.slice(from, from + WINDOW);
}
