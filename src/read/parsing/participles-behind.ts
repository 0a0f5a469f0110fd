import { childrenOf, hasChild, type Movable, move } from './moving.ts';

/** Participles of telling, which people are the subject of. */
const TELLING =
  /^(?:saying|adding|arguing|warning|claiming|noting|insisting|declaring|stressing|alleging|announcing|predicting|suggesting|asserting|acknowledging|explaining|contending|complaining|calling|accusing|telling|describing|citing|referring|stating|writing|mentioning|replying|joking|promising|vowing|blaming|denouncing|criticizing|criticising|praising|pledging|advising|questioning)$/;
const MOST_STEPS = 8;

/**
 * Participles behind a comma. '“The bridge will hold,” she said, alluding to the flood': one says how somebody says it (`advcl`), and not what. 'defended his
 * call to raise the toll, saying …': one of telling has the subject of the finite verb. Changes heads, relations and children of the tokens from
 * `first` on, which are one English sentence.
 */
export function mendParticiplesBehind(tokens: readonly Movable[], first: number): void {
  for (let at = first + 2; at < tokens.length; at++) {
    const verb = tokens[at] as Movable;
    if (!/ing$/.test(verb.text) || verb.upos !== 'VERB') continue;
    let before = at - 1;
    while (tokens[before]?.upos === 'ADV' || tokens[before]?.text === 'not') before--;
    const opening = tokens[before]?.text ?? '';
    const isMarked = opening === 'before';
    if ((opening !== ',' && !isMarked) || verb.head >= before) continue;
    if (hasChild(tokens, verb, /^(?:nsubj|csubj|aux|cop)/)) continue;
    if (verb.deprel === 'ccomp' && !isMarked) verb.deprel = 'advcl';
    else if (TELLING.test(verb.text) && /^(?:advcl|acl)$/.test(verb.deprel)) {
      const teller = tellerAbove(tokens, verb, isMarked || /^(?:saying|adding|telling)$/.test(verb.text));
      if (teller && teller.index !== verb.head) move(tokens, verb, teller.index, 'advcl');
    }
  }
}

/** The nearest verb above with a subject, where what is in between has none. */
function tellerAbove(tokens: readonly Movable[], participle: Movable, isTold: boolean): Movable | null {
  let at = tokens[participle.head];
  for (let step = 0; at && step < MOST_STEPS; step++) {
    if (at.index > participle.index) return null;
    const isClause = at.upos === 'VERB' || hasChild(tokens, at, /^cop$/);
    const goesOn = isTold && at.deprel === 'ccomp';
    if (childrenOf(tokens, at).some(({ deprel }) => /^nsubj/.test(deprel)) && !goesOn)
      return isClause ? at : null;
    at = tokens[at.head];
  }
  return null;
}
