import { childrenOf, hasChild, isBelow, type Movable, move, takePlace } from './moving.ts';

/** Words between the preposition and the verb, at most. */
const MOST_WORDS = 7;
const NOMINAL = /^(?:NOUN|PROPN|ADJ|DET|NUM|PRON|PART)$/;

/**
 * 'Four people familiar with the talks said …': the adjective behind a noun was taken for a predicate, and the verb behind its phrase hung
 * somewhere below or above it. The verb is the main one, and the noun its subject. Changes heads and relations of the tokens from `first` on,
 * which are one English sentence; returns its root.
 */
export function mendAdjectivesBehind(tokens: readonly Movable[], first: number, root: number): number {
  let top = root;
  for (let at = first + 1; at < tokens.length - 3; at++) {
    const adjective = tokens[at] as Movable;
    const noun = tokens[at - 1] as Movable;
    const preposition = tokens[at + 1] as Movable;
    if (adjective.upos !== 'ADJ' || preposition.text !== 'with' || noun.head !== at) continue;
    if (!/^(?:NOUN|PROPN)$/.test(noun.upos) || hasChild(tokens, adjective, /^cop$/)) continue;
    const verb = verbBehind(tokens, at + 2);
    const object = verb && tokens[verb.index - 1];
    if (!verb || !object || !/^(?:NOUN|PROPN)$/.test(object.upos)) continue;
    const isAbove = adjective.head === verb.index;
    if (!isAbove && !isBelow(tokens, verb, adjective)) continue;
    if (!isAbove) {
      takePlace(tokens, verb, adjective);
      if (top === at) top = verb.index;
    }
    for (const child of childrenOf(tokens, adjective))
      if (child.index > verb.index) move(tokens, child, verb.index);
    move(tokens, noun, verb.index, 'nsubj');
    move(tokens, adjective, noun.index, 'amod');
    if (object.head === verb.index) move(tokens, object, at, 'obl');
    if (preposition.head === verb.index) move(tokens, preposition, object.index, 'case');
  }
  return top;
}

/** The finite verb right behind a noun phrase. */
function verbBehind(tokens: readonly Movable[], from: number): Movable | null {
  for (let at = from; at < Math.min(tokens.length, from + MOST_WORDS); at++) {
    const token = tokens[at] as Movable;
    if (token.upos === 'VERB')
      return /VerbForm=Fin/.test(token.feats) || /^(?:said|told)$/.test(token.text) ? token : null;
    if (!NOMINAL.test(token.upos)) return null;
  }
  return null;
}
