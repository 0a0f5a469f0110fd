import { type Movable, move } from './moving.ts';

/** Prepositions that open no clause. */
const PLAIN = /^(?:with|from|to|by|at|in|on|of)$/i;
/** Words that open a clause as well as a phrase. */
const EITHER = /^(?:after|before|since|until|till|as)$/i;

/**
 * English prepositions that the parser took for conjunctions, and the other way round: 'spoke with the envoy and said …', where
 * the envoy was made the one who said it; 'after the ambassador, Wu Jianghao, warned …', where the verb lost its subject to the
 * phrase. Changes heads, relations and children of the tokens from `first` on, which are one sentence.
 */
export function mendPrepositions(tokens: readonly Movable[], first: number): void {
  for (let at = first + 4; at < tokens.length; at++) {
    const verb = tokens[at] as Movable;
    if (verb.upos !== 'VERB' || verb.deprel !== 'conj' || verb.head >= at) continue;
    freePhrase(tokens, verb);
    giveSubject(tokens, verb);
  }
}

/** 'spoke [with the envoy] and said' */
function freePhrase(tokens: readonly Movable[], verb: Movable): void {
  const children = verb.children.map((child) => tokens[child] as Movable);
  const noun = children.find(({ deprel, index }) => /^nsubj/.test(deprel) && index < verb.index);
  const mark = children.find(({ deprel, text }) => deprel === 'mark' && PLAIN.test(text));
  const joint = children.find(({ deprel }) => deprel === 'cc');
  if (!noun || !mark || !joint || mark.index > noun.index || joint.index < noun.index) return;
  move(tokens, noun, verb.head, 'obl');
  move(tokens, mark, noun.index, 'case');
}

/** 'after [the ambassador, Wu Jianghao,] warned' */
function giveSubject(tokens: readonly Movable[], verb: Movable): void {
  if (tokens[verb.index - 1]?.text !== ',') return;
  if (
    verb.children.some(
      (child) => child < verb.index && /^(?:nsubj|cc|mark|aux)/.test(tokens[child]?.deprel ?? ''),
    )
  )
    return;
  const noun = nounOfApposition(tokens, verb.index - 2, verb.head);
  const mark = noun?.children
    .map((child) => tokens[child] as Movable)
    .find(({ deprel }) => deprel === 'case');
  if (!noun || !mark || !EITHER.test(mark.text)) return;
  verb.deprel = 'advcl';
  move(tokens, noun, verb.index, 'nsubj');
  move(tokens, mark, verb.index, 'mark');
}

/** The noun whose apposition ends at `at`. */
function nounOfApposition(tokens: readonly Movable[], at: number, from: number): Movable | null {
  let word = tokens[at];
  for (let step = 0; step < 4 && word && /^(?:flat|nmod|compound)/.test(word.deprel); step++)
    word = tokens[word.head];
  if (word?.deprel !== 'appos') return null;
  const noun = tokens[word.head] as Movable;
  return noun.index > from && noun.index < word.index ? noun : null;
}
