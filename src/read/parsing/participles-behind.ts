import { hasChild, type Movable } from './moving.ts';

/**
 * '“The bridge will hold,” she said, alluding to the flood': a participle behind a comma says how somebody says it (`advcl`), and not what. Changes
 * relations of the tokens from `first` on, which are one English sentence.
 */
export function mendParticiplesBehind(tokens: readonly Movable[], first: number): void {
  for (let at = first + 2; at < tokens.length; at++) {
    const verb = tokens[at] as Movable;
    if (verb.deprel !== 'ccomp' || !/ing$/.test(verb.text) || verb.upos !== 'VERB') continue;
    let before = at - 1;
    while (tokens[before]?.upos === 'ADV' || tokens[before]?.text === 'not') before--;
    if (tokens[before]?.text !== ',' || verb.head >= before) continue;
    if (!hasChild(tokens, verb, /^(?:nsubj|csubj|aux|cop)/)) verb.deprel = 'advcl';
  }
}
