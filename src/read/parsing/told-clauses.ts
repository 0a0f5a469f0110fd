import { childrenOf, hasChild, isBelow, type Movable, move } from './moving.ts';

/** Verbs that take a clause without 'that'. */
export const TELLING =
  /^(?:sa(?:y|ys|id)|add(?:s|ed)|claim(?:s|ed)?|argue[sd]?|warn(?:s|ed)?|note[sd]|insist(?:s|ed)?|believe[sd]?|thinks?|thought|fear(?:s|ed)?|hope[sd]?|admit(?:s|ted)?|acknowledge[sd]?|(?:announc|assert|contend|suggest|predict|conclud|suspect|vow|declar|confirm|realiz|realis|recall|alleg|indicat|joke|tweet|pledg|promis|assum|conced)(?:e?s|e?d)|found|finds|knows?|knew|wrote|writes)$/;
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
    if (hasChild(tokens, verb, /^(?:ccomp|xcomp)/)) continue;
    const copular = clauseWithCopula(tokens, verb);
    if (copular) {
      move(tokens, copular, at, 'ccomp');
      continue;
    }
    if (hasChild(tokens, verb, /^obj/)) {
      giveSubject(tokens, verb);
      continue;
    }
    const clause = childrenOf(tokens, verb).find(
      (child) => child.index > at && child.deprel === 'conj' && isTold(tokens, at, child),
    );
    const told =
      clause ?? clauseOfLater(tokens, at) ?? clauseOfEarlier(tokens, verb) ?? clauseOfPhrase(tokens, verb);
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

/** 'hired forty men and predicted the dam would hold': the object is the subject of the clause right behind it that has none. */
function giveSubject(tokens: readonly Movable[], verb: Movable): void {
  const object = childrenOf(tokens, verb).find(({ deprel, index }) => deprel === 'obj' && index > verb.index);
  const next = object && tokens[lastBelow(tokens, object) + 1];
  if (!object || !next || !/VerbForm=Fin/.test(next.feats)) return;
  const clause = next.upos === 'AUX' ? tokens[next.head] : next;
  if (!clause || clause.index < next.index || clause.head < 0 || clause.head > object.index) return;
  if (!/^(?:conj|parataxis|advcl|xcomp)$/.test(clause.deprel)) return;
  if (hasChild(tokens, clause, /^(?:nsubj|csubj|expl|cc|mark)/)) return;
  if (isBelow(tokens, verb, clause) || isBelow(tokens, clause, object)) return;
  move(tokens, object, clause.index, 'nsubj');
  move(tokens, clause, verb.index, 'ccomp');
}

function lastBelow(tokens: readonly Movable[], token: Movable): number {
  let last = token;
  for (let step = 0; step < MOST_STEPS; step++) {
    const child = tokens[last.children.at(-1) ?? -1];
    if (!child || child.index < last.index) break;
    last = child;
  }
  return last.index;
}

/** 'bought a boat and announced it would sail': the clause with its subject right behind the verb, where an earlier word took it. */
function clauseOfEarlier(tokens: readonly Movable[], verb: Movable): Movable | null {
  let subject = tokens[verb.index + 1];
  for (let step = 0; subject && !/^nsubj/.test(subject.deprel); step++) {
    const head = tokens[subject.head];
    if (!head || step === MOST_STEPS || head.index < subject.index) return null;
    subject = head;
  }
  const clause = subject && tokens[subject.head];
  if (!subject || !clause || clause.index < subject.index || clause.head < 0 || clause.head >= verb.index)
    return null;
  if (!/^(?:parataxis|conj|advcl|appos|ccomp)$/.test(clause.deprel)) return null;
  return hasChild(tokens, clause, /^(?:cc|mark)$/) || isBelow(tokens, verb, clause) ? null : clause;
}

function isTold(tokens: readonly Movable[], verb: number, clause: Movable): boolean {
  const own = childrenOf(tokens, clause).filter(({ index }) => index > verb);
  if (!own.some(({ deprel, index }) => /^nsubj/.test(deprel) && index < clause.index)) return false;
  if (own.some(({ deprel, text }) => deprel === 'cc' && !PAIRED.test(text))) return false;
  return !/^[,;:–—-]/.test((tokens[verb + 1] as Movable).text);
}

/** 'said most of the boats were for the island': what has a copula and a subject of its own behind the verb is a clause. */
function clauseWithCopula(tokens: readonly Movable[], verb: Movable): Movable | undefined {
  return childrenOf(tokens, verb).find(
    (child) =>
      child.index > verb.index &&
      /^ob[jl]/.test(child.deprel) &&
      hasChild(tokens, child, /^cop$/) &&
      childrenOf(tokens, child).some(({ deprel, index }) => /^nsubj/.test(deprel) && index > verb.index),
  );
}
