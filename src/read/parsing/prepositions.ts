import { childrenOf, type Movable, move, raise } from './moving.ts';

/** Prepositions that open no clause. */
const PLAIN = /^(?:with|from|to|by|at|in|on|of)$/i;
/** Words that open a clause as well as a phrase. */
const EITHER = /^(?:after|before|since|until|till|as)$/i;

/**
 * English prepositions that the parser took for conjunctions, and the other way round: 'spoke with the envoy and said …', where
 * the envoy was made the one who said it; 'after the ambassador, Wu Jianghao, warned …', where the verb lost its subject to the
 * phrase. Changes heads, relations and children of the tokens from `first` on, which are one sentence; returns its root.
 */
export function mendPrepositions(tokens: readonly Movable[], first: number, root: number): number {
  let top = root;
  for (let at = first + 4; at < tokens.length; at++) {
    const verb = tokens[at] as Movable;
    if (verb.upos !== 'VERB') continue;
    if (verb.deprel === 'advcl') freeMark(tokens, verb);
    if (verb.deprel === 'conj' && verb.head < at) {
      freePhrase(tokens, verb);
      giveSubject(tokens, verb, verb.head);
    } else if (verb.index === top) top = giveSubject(tokens, verb, first) ?? top;
  }
  return top;
}

/** '[after] rivals dismissed the governor': what opens the clause is not the preposition of its subject. */
function freeMark(tokens: readonly Movable[], verb: Movable): void {
  for (const child of verb.children) {
    const subject = tokens[child] as Movable;
    if (!/^nsubj/.test(subject.deprel) || child > verb.index) continue;
    const opening = childrenOf(tokens, subject).find(
      ({ deprel, text }) => deprel === 'case' && EITHER.test(text),
    );
    if (!opening) continue;
    move(tokens, opening, verb.index, 'mark');
    return;
  }
}

/** 'spoke [with the envoy] and said' */
function freePhrase(tokens: readonly Movable[], verb: Movable): void {
  const children = childrenOf(tokens, verb);
  const noun = children.find(({ deprel, index }) => /^nsubj/.test(deprel) && index < verb.index);
  const mark = children.find(({ deprel, text }) => deprel === 'mark' && PLAIN.test(text));
  const joint = children.find(({ deprel }) => deprel === 'cc');
  if (!noun || !mark || !joint || mark.index > noun.index || joint.index < noun.index) return;
  move(tokens, noun, verb.head, 'obl');
  move(tokens, mark, noun.index, 'case');
}

/**
 * 'after [the ambassador, Wu Jianghao,] warned'. Returns the root where the verb was it until now and gave its place to the one before the phrase.
 */
function giveSubject(tokens: readonly Movable[], verb: Movable, from: number): number | null {
  if (tokens[verb.index - 1]?.text !== ',') return null;
  if (
    verb.children.some(
      (child) => child < verb.index && /^(?:nsubj|cc$|mark|aux)/.test(tokens[child]?.deprel ?? ''),
    )
  )
    return null;
  const noun = nounOfApposition(tokens, verb.index - 2, from);
  const mark = noun?.children
    .map((child) => tokens[child] as Movable)
    .find(({ deprel }) => deprel === 'case');
  if (!noun || !mark || !EITHER.test(mark.text)) return null;
  let main: Movable | undefined;
  if (verb.head < 0) {
    main = childrenOf(tokens, verb).find(({ index, upos }) => index < noun.index && upos === 'VERB');
    if (!main) return null;
    raise(tokens, main);
    move(tokens, verb, main.index, 'advcl');
  } else verb.deprel = 'advcl';
  move(tokens, noun, verb.index, 'nsubj');
  move(tokens, mark, verb.index, 'mark');
  return main?.index ?? null;
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
