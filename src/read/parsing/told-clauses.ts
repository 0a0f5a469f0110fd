import { childrenOf, hasChild, type Movable, move } from './moving.ts';

/** Verbs that take a clause without 'that'. */
export const TELLING =
  /^(?:sa(?:y|ys|id)|add(?:s|ed)|claim(?:s|ed)?|argue[sd]?|warn(?:s|ed)?|note[sd]|insist(?:s|ed)?|believe[sd]?|thinks?|thought|fear(?:s|ed)?|hope[sd]?|admit(?:s|ted)?|acknowledge[sd]?)$/;
const MOST_STEPS = 6;
/** What may open the clause although it is read as a conjunction. */
const PAIRED = /^(?:neither|either|both)$/i;

/**
 * 'met the envoy but said neither he nor his deputy had known': a clause with its own subject right behind a verb of telling is what is told
 * (`ccomp`), not joined to it. Changes relations of the tokens from `first` on, which are one English sentence.
 */
export function mendToldClauses(tokens: readonly Movable[], first: number): void {
  for (let at = first; at < tokens.length; at++) {
    const verb = tokens[at] as Movable;
    if (verb.upos !== 'VERB' || !TELLING.test(verb.text)) continue;
    if (hasChild(tokens, verb, /^(?:ccomp|obj|xcomp)/)) continue;
    const clause = childrenOf(tokens, verb).find(
      (child) => child.index > at && child.deprel === 'conj' && isTold(tokens, at, child),
    );
    const told = clause ?? clauseOfLater(tokens, at) ?? clauseOfPhrase(tokens, verb);
    if (told) move(tokens, told, at, 'ccomp');
  }
}

/** 'said [in May] that a witness was bribed': a clause with 'that' and a subject, where a phrase between took it. */
function clauseOfPhrase(tokens: readonly Movable[], verb: Movable): Movable | null {
  for (const child of verb.children) {
    const phrase = tokens[child] as Movable;
    if (child < verb.index || phrase.deprel !== 'obl') continue;
    const that = tokens[child + 1];
    const clause = that?.text === 'that' ? tokens[that.head] : undefined;
    if (!that || clause?.head !== child || !/^acl/.test(clause.deprel)) continue;
    const subject = clause.children.find((one) => /^nsubj/.test(tokens[one]?.deprel ?? ''));
    if (subject === undefined || subject === that.index) continue;
    that.deprel = 'mark';
    return clause;
  }
  return null;
}

/** 'Toval, who said the map was old, left': the clause right behind the verb, where a later verb took it. */
function clauseOfLater(tokens: readonly Movable[], verb: number): Movable | null {
  let at = tokens[verb + 1];
  for (let step = 0; at && step < MOST_STEPS; step++) {
    const head = tokens[at.head];
    if (!head || at.index <= verb) return null;
    if (at.deprel === 'ccomp' && head.index > at.index)
      return at.children.some((child) => /^nsubj/.test(tokens[child]?.deprel ?? '') && child > verb)
        ? at
        : null;
    at = head;
  }
  return null;
}

function isTold(tokens: readonly Movable[], verb: number, clause: Movable): boolean {
  const own = childrenOf(tokens, clause).filter(({ index }) => index > verb);
  if (!own.some(({ deprel, index }) => /^nsubj/.test(deprel) && index < clause.index)) return false;
  if (own.some(({ deprel, text }) => deprel === 'cc' && !PAIRED.test(text))) return false;
  return !/^[,;:–—-]/.test((tokens[verb + 1] as Movable).text);
}
