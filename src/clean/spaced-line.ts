import { squeezeBlanks } from './signs.ts';

/** Lines longer than this are prose. */
const LONGEST = 200;

/**
 * The text of a short block with blanks between its elements, where the page sets them apart by style alone:
 * `<span>By Ana Petrova</span><span>6 March</span>` is read `By Ana Petrova 6 March`. Other blocks as they are.
 */
export function spacedLine({ text, spaced }: { readonly text: string; readonly spaced: string }): string {
  return text.length > LONGEST ? text : spaced;
}

/** A text, in which white space is as the page has it, with a blank at each of these places, in order; white space folded. */
export function spacedAt(raw: string, places: readonly number[]): string {
  let spaced = '';
  let from = 0;
  for (const place of places) {
    spaced += `${raw.slice(from, place)} `;
    from = place;
  }
  return squeezeBlanks(spaced + raw.slice(from));
}
