import { type Line, placeOf } from './line-index.ts';

/** Brings the sentence of a line into view. */
export function scrollToSentence(line: Line): void {
  const place = placeOf(line);
  if (place === null) return;
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
