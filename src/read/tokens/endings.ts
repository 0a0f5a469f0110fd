/** Longest ending that is looked at, UTF-16 units. */
export const LONGEST_ENDING = 8;

/** How many units the last word of a token takes, by the token's ending in lower case; 0: the token is one word. */
export type EndingTable = ReadonlyMap<string, number>;

/**
 * Units that the last word of a token takes by its longest known ending (`-ydi` of Turkish `evdeydi`), 0 where it is one
 * word. A decision list over endings, as guessers of unknown words are.
 */
export function lastWordLength(form: string, endings: EndingTable): number {
  if (endings.size === 0) return 0;
  for (let length = Math.min(LONGEST_ENDING, form.length - 1); length > 0; length--) {
    const cut = endings.get(form.slice(-length).toLowerCase());
    if (cut !== undefined) return cut < form.length ? cut : 0;
  }
  return 0;
}
