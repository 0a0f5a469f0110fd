import { type Movable, move, takePlace } from './moving.ts';

const TIME = /^(?:seconds|minutes|hours|days|weeks|months|years|moments)$/;

/**
 * 'was put under house arrest hours after calling for protests': a measure of time before 'after' or 'before' is no part of the noun in front of
 * it. Changes heads, relations and children of the tokens from `first` on, which are one English sentence.
 */
export function mendTimeBefore(tokens: readonly Movable[], first: number): void {
  for (let at = first + 2; at + 1 < tokens.length; at++) {
    const time = tokens[at] as Movable;
    const noun = tokens[at - 1] as Movable;
    const mark = tokens[at + 1] as Movable;
    if (!TIME.test(time.text) || !/^(?:after|before)$/.test(mark.text)) continue;
    if (noun.deprel !== 'compound' || noun.head !== at || time.head < 0) continue;
    const clause = tokens[mark.head] as Movable;
    takePlace(tokens, noun, time);
    noun.deprel = 'obl';
    for (const child of [...time.children]) {
      const word = tokens[child] as Movable;
      if (child < at) move(tokens, word, noun.index);
      else if (word !== clause) move(tokens, word, noun.head);
    }
    move(tokens, clause, noun.head, clause.upos === 'VERB' ? 'advcl' : 'obl');
    move(tokens, time, clause.index, 'obl:unmarked');
  }
}
