import { childrenOf, hasChild, type Movable, move } from './moving.ts';

/** Conjunctions that may open a second main clause. */
const AND = /^(?:and|but|while)$/i;
/** Words between a subject and its verb: 'the jets then struck'. */
const MOST_ADVERBS = 2;
const MOST_STEPS = 4;

/**
 * 'fired rockets on Sunday and Israeli jets struck 130 targets': where the parser joined the second subject to a noun of the first clause
 * and left the second verb without any, subject and conjunction go to the verb. Only before a finite verb with an object right behind
 * it. Changes heads, relations and children of the tokens from `first` on, which are one sentence.
 */
export function mendJoinedClauses(tokens: readonly Movable[], first: number): void {
  for (let at = first + 3; at < tokens.length - 1; at++) {
    const verb = tokens[at] as Movable;
    if (verb.upos !== 'VERB' || verb.deprel !== 'conj' || verb.head >= at - 2) continue;
    if (!/VerbForm=Fin/.test(verb.feats) || !opensObject(tokens[at + 1] as Movable)) continue;
    if (hasChild(tokens, verb, /^(?:nsubj|csubj|cc$|aux|mark)/)) continue;
    const noun = subjectBefore(tokens, at, verb.head);
    if (!noun) continue;
    const joint = childrenOf(tokens, noun).find(({ deprel }) => deprel === 'cc');
    if (!joint || !AND.test(joint.text)) continue;
    move(tokens, noun, at, 'nsubj');
    move(tokens, joint, at, 'cc');
  }
}

function opensObject({ upos, deprel }: Movable): boolean {
  return /^(?:DET|NUM|ADJ|PROPN|NOUN|PRON)$/.test(upos) && deprel !== 'obl:unmarked';
}

/** The noun right before the verb that was joined to another one behind the first verb. */
function subjectBefore(tokens: readonly Movable[], verb: number, from: number): Movable | null {
  let at = verb - 1;
  while (at > from && at >= verb - MOST_ADVERBS && tokens[at]?.upos === 'ADV') at--;
  let noun = tokens[at] as Movable;
  for (let step = 0; step < MOST_STEPS && /^(?:flat|nmod|appos|compound)/.test(noun.deprel); step++) {
    if (noun.head <= from) return null;
    noun = tokens[noun.head] as Movable;
  }
  return /^(?:NOUN|PROPN)$/.test(noun.upos) &&
    noun.deprel === 'conj' &&
    noun.head > from &&
    noun.head < noun.index
    ? noun
    : null;
}
