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
