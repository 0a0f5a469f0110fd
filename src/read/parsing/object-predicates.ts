import { hasChild, type Movable, move } from './moving.ts';

/** Verbs that say what their object is. */
const NAMING =
  /^(?:call(?:s|ed|ing)?|deem(?:s|ed|ing)?|consider(?:s|ed|ing)?|declar(?:es?|ed|ing)|label(?:s|led|ed|ling)?|brand(?:s|ed|ing)?|term(?:s|ed|ing)?)$/;

/**
 * 'called the vote illegal': a noun with an article that was taken for a part of the adjective behind it is the object of the verb. Changes heads
 * and relations of the tokens from `first` on, which are one English sentence.
 */
export function mendObjectPredicates(tokens: readonly Movable[], first: number): void {
  for (let at = first + 2; at < tokens.length; at++) {
    const adjective = tokens[at] as Movable;
    const noun = tokens[at - 1] as Movable;
    if (adjective.upos === 'ADJ' && adjective.deprel === 'amod' && adjective.head === at - 1) {
      const verb = tokens[noun.head];
      if (noun.deprel === 'obj' && verb && verb.index < at && NAMING.test(verb.text))
        move(tokens, adjective, verb.index, 'xcomp');
      continue;
    }
    if (adjective.upos !== 'ADJ' || adjective.deprel !== 'xcomp' || adjective.head >= at - 1) continue;
    if (noun.upos !== 'NOUN' || noun.deprel !== 'compound' || noun.head !== at) continue;
    if (!hasChild(tokens, noun, /^(?:det|nmod:poss)/)) continue;
    move(tokens, noun, adjective.head, 'obj');
  }
}
