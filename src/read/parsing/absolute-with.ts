import type { Movable } from './moving.ts';

/**
 * 'with half of them saying', 'with troops shelling the town': behind 'with', the noun right before a participle is its subject, not a part of
 * a compound. Changes relations of the tokens from `first` on, which are one English sentence.
 */
export function mendAbsolutes(tokens: readonly Movable[], first: number): void {
  for (let at = first + 2; at < tokens.length; at++) {
    const verb = tokens[at] as Movable;
    const noun = tokens[at - 1] as Movable;
    if (verb.upos !== 'VERB' || !/ing$/.test(verb.text)) continue;
    if (noun.deprel !== 'compound' || noun.head !== at) continue;
    if (verb.children.some((child) => (tokens[child] as Movable).text === 'with')) noun.deprel = 'nsubj';
  }
}
