import { type Movable, move, takePlace } from './moving.ts';

/**
 * 'accused the army of shelling towns': a gerund that was taken for an adjective of its object, although the preposition was taken for what opens a
 * clause. Changes heads, relations and children of the tokens from `first` on, which are one English sentence.
 */
export function mendGerunds(tokens: readonly Movable[], first: number): void {
  for (let at = first + 3; at < tokens.length; at++) {
    const gerund = tokens[at] as Movable;
    const preposition = tokens[at - 1] as Movable;
    const noun = tokens[gerund.head];
    if (gerund.upos !== 'VERB' || !/ing$/.test(gerund.text) || gerund.deprel !== 'amod' || !noun) continue;
    if (preposition.upos !== 'SCONJ' || preposition.head !== noun.index || noun.index < at) continue;
    takePlace(tokens, gerund, noun);
    const above = tokens[gerund.head];
    if (above && above.deprel === 'obj' && above.head < above.index)
      move(tokens, gerund, above.head, 'advcl');
    else gerund.deprel = 'advcl';
    move(tokens, preposition, at, 'mark');
    move(tokens, noun, at, 'obj');
  }
}
