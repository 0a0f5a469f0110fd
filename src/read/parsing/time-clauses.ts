import { childrenOf, hasChild, isBelow, type Movable, move } from './moving.ts';

/** Words between 'as' and its verb, at most. */
const MOST_WORDS = 10;
/** What stands in a subject with its phrases. */
const NOMINAL = /^(?:NOUN|PROPN|ADJ|ADP|CCONJ|DET|NUM|PART)$/;
const MOST_STEPS = 8;

/** Words that open a clause as well as a phrase. */
const EITHER = /^(?:as|after|before|since|until)$/i;

/** Past forms that are no participle of a noun: what 'died' was not done to anybody. */
const NEVER_PASSIVE =
  /^(?:died|arrived|appealed|collapsed|erupted|exploded|resigned|emerged|disappeared|vanished|marched|fell|began|broke|rose|went|came|withdrew|fled|spoke|ran|drew|took|gave)$/i;

/**
 * 'left on Monday as envoys of Egypt and Qatar met the rebels', 'met after Norland closed its border', 'broke off after two guards died': where the parser took 'as' or 'after'
 * for a preposition, and the verb behind for a participle or joined it to another one, the verb, which has an object or is never passive, opens a
 * clause (`advcl`) with the noun behind 'as' as its subject. So it does where what stands before 'after' was made its subject. Changes
 * heads, relations and children of the tokens from `first` on, which are one English sentence.
 */
export function mendTimeClauses(tokens: readonly Movable[], first: number): void {
  for (let at = first + 3; at < tokens.length; at++) {
    const verb = tokens[at] as Movable;
    if (verb.upos !== 'VERB' || /ing$/.test(verb.text)) continue;
    if (/^(?:advcl|xcomp)$/.test(verb.deprel)) changeSubject(tokens, verb);
    if (!/^(?:acl|conj)$/.test(verb.deprel)) continue;
    const as = openingBefore(tokens, at);
    if (!as) continue;
    const children = childrenOf(tokens, verb);
    const hasObject = children.some(({ deprel, index }) => deprel === 'obj' && index > at);
    if (!hasObject && !NEVER_PASSIVE.test(verb.text)) continue;
    if (children.some(({ deprel }) => /^(?:aux|mark|cop)/.test(deprel))) continue;
    // 'as envoys met rebels and troops seized the town'
    if (verb.deprel === 'conj' && as.text !== 'as') continue;
    const noun = tokens[as.head];
    if (!noun || noun.index < as.index || noun.index > at) continue;
    // 'as part of the plan and troops seized it'
    if (verb.deprel === 'conj' && !/Number=Plur/.test(noun.feats)) continue;
    const main = verbAbove(tokens, as);
    if (!main || isBelow(tokens, main, verb)) continue;
    move(tokens, verb, main.index, 'advcl');
    move(tokens, noun, at, 'nsubj');
    move(tokens, as, at, 'mark');
    gather(tokens, noun.index, at);
  }
}

/** 'broke off [relations] after an official in Kyiv suggested that …': the noun that was made the subject is the object of the verb before. */
function changeSubject(tokens: readonly Movable[], verb: Movable): void {
  const main = tokens[verb.head];
  if (main?.upos !== 'VERB' || main.index > verb.index) return;
  const subject = childrenOf(tokens, verb).find(
    ({ deprel, index }) => deprel === 'nsubj' && index < verb.index,
  );
  if (!subject || subject.index < main.index) return;
  if (hasChild(tokens, main, /^(?:obj|nsubj:pass)/)) return;
  const opening = openingBefore(tokens, verb.index);
  const noun = opening && tokens[opening.head];
  if (!noun || opening.index < subject.index || noun.index < opening.index || !isBelow(tokens, noun, subject))
    return;
  move(tokens, subject, main.index, 'obj');
  move(tokens, noun, verb.index, 'nsubj');
  move(tokens, opening, verb.index, 'mark');
  verb.deprel = 'advcl';
}

/** The 'as' or 'after' before the phrase that ends right before the verb. */
function openingBefore(tokens: readonly Movable[], verb: number): Movable | null {
  if (!/^(?:NOUN|PROPN)$/.test(tokens[verb - 1]?.upos ?? '')) return null;
  for (let at = verb - 2; at >= Math.max(0, verb - MOST_WORDS); at--) {
    const token = tokens[at] as Movable;
    if (EITHER.test(token.text)) return token.deprel === 'case' ? token : null;
    if (!NOMINAL.test(token.upos) && token.deprel !== 'nmod:poss') return null;
  }
  return null;
}

function verbAbove(tokens: readonly Movable[], as: Movable): Movable | null {
  let at = tokens[as.head];
  for (let step = 0; step < MOST_STEPS && at; step++) {
    if (at.upos === 'VERB' && at.index < as.index) return at;
    at = tokens[at.head];
  }
  return null;
}

/** Hangs what stands between a subject and its verb, and was hung elsewhere, on the noun before it. */
function gather(tokens: readonly Movable[], noun: number, verb: number): void {
  let last = noun;
  for (let at = noun + 1; at < verb; at++) {
    const token = tokens[at] as Movable;
    if (!/^(?:NOUN|PROPN)$/.test(token.upos)) continue;
    if (token.head < noun || token.head >= verb) {
      const hasCase = hasChild(tokens, token, /^case$/);
      move(tokens, token, last, hasCase ? 'nmod' : 'conj');
    }
    if (!/^(?:compound|flat)/.test(token.deprel)) last = at;
  }
  for (let at = noun + 1; at < verb - 1; at++) {
    const token = tokens[at] as Movable;
    if (token.deprel === 'cc' && token.head === verb) move(tokens, token, last, 'cc');
  }
}
