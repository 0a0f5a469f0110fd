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
    if (gerund.upos !== 'VERB' || !/ing$/.test(gerund.text) || !noun) continue;
    if (gerund.deprel === 'goeswith' && noun === preposition) hangBehind(tokens, gerund, preposition);
    if (gerund.deprel !== 'amod') continue;
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

/** 'accused the guard on Tuesday of firing': 'of' taken for a part of the day, and the gerund for a part of 'of'. */
function hangBehind(tokens: readonly Movable[], gerund: Movable, preposition: Movable): void {
  let verb = tokens[preposition.head];
  while (verb && verb.upos !== 'VERB') verb = tokens[verb.head];
  if (!verb || verb.index > preposition.index) return;
  move(tokens, gerund, verb.index, 'advcl');
  move(tokens, preposition, gerund.index, 'mark');
}
