import { type Line, placesOf } from './line-index.ts';

/** Brings a place of a line into view: its first, or the one that comes `turn` places later, round and round. */
export function scrollToSentence(line: Line, turn = 0): void {
  const places = placesOf(line);
  const place = places[turn % places.length];
  if (place === undefined) return;
  const marks = [...document.querySelectorAll<HTMLElement>('.text [data-at]')];
  // Marks stand in the order of the text; the sentence begins at its offset or, inside of another mark, just before.
  const mark = marks.findLast((one) => Number(one.dataset.at) <= place) ?? marks[0];
  mark?.scrollIntoView({ block: 'center', behavior: pace() });
}

/** Brings a line of the record into view and, unless `quietly`, puts the focus on it. */
export function scrollToCard(id: string, manner?: 'quietly'): void {
  const card = document.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
  card?.scrollIntoView({ block: 'nearest', behavior: manner ? 'instant' : pace() });
  if (!manner) card?.focus({ preventScroll: true });
}

function pace(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}
