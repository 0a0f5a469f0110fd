import { childrenOf, hasChild, type Movable, move } from './moving.ts';

/** Conjunctions that may open a second main clause. */
const AND = /^(?:and|but|while)$/i;
/** Words between a subject and its verb: 'the jets then struck'. */
const MOST_ADVERBS = 2;
/** Auxiliaries and adverbs before a verb: 'have since been'. */
const MOST_AUXILIARIES = 4;
const MOST_STEPS = 4;

/**
 * 'fired rockets on Sunday and Israeli jets struck 130 targets': where the parser joined the second subject to a noun of the first clause
 * and left the second verb without any, subject and conjunction go to the verb. Only before a finite verb with an object right behind
 * it, or one with an auxiliary behind the noun: 'claimed the attack but officials have said'. Changes heads, relations and children of the tokens from `first` on, which are one sentence.
 */
export function mendJoinedClauses(tokens: readonly Movable[], first: number): void {
  for (let at = first + 3; at < tokens.length - 1; at++) {
    const verb = tokens[at] as Movable;
    if (verb.upos !== 'VERB' || !/^(?:conj|ccomp)$/.test(verb.deprel) || verb.head >= at - 2) continue;
    const front = frontOf(tokens, at);
    const isPlain = /VerbForm=Fin/.test(verb.feats) && opensObject(tokens[at + 1] as Movable);
    if (front === at ? !isPlain || verb.deprel !== 'conj' : tokens[verb.head]?.upos !== 'VERB') continue;
    if (hasChild(tokens, verb, /^(?:nsubj|csubj|cc$|mark)/)) continue;
    const noun = subjectBefore(tokens, front, verb.head);
    if (!noun) continue;
    const joint = childrenOf(tokens, noun).find(({ deprel }) => deprel === 'cc');
    if (!joint || !AND.test(joint.text)) continue;
    if (verb.deprel === 'ccomp') move(tokens, verb, verb.head, 'conj');
    const isPassive = hasChild(tokens, verb, /^aux:pass$/);
    move(tokens, noun, at, isPassive ? 'nsubj:pass' : 'nsubj');
    move(tokens, joint, at, 'cc');
  }
}

/** The first of the auxiliaries right before a verb, one of them finite; the verb itself where there are none. */
function frontOf(tokens: readonly Movable[], verb: number): number {
  let front = verb;
  for (let at = verb - 1; at >= verb - MOST_AUXILIARIES; at--) {
    const token = tokens[at] as Movable;
    if (token.head !== verb || !/^(?:aux|advmod)/.test(token.deprel)) break;
    if (/^aux/.test(token.deprel)) front = at;
  }
  return front;
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
