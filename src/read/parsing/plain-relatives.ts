import { childrenOf, hasChild, isBelow, type Movable, move } from './moving.ts';

/** Relations by which the parser hangs such a clause on a verb before it. */
const ASTRAY = /^(?:ccomp|parataxis|advcl|conj|obl|dep)$/;
const TELLING =
  /^(?:t(?:ells?|old)|ask(?:s|ed)?|assure[sd]?|remind(?:s|ed)?|warn(?:s|ed)?|inform(?:s|ed)?|convince[sd]?|say|says|said|shows?|showed)$/;
const TIME = /^(?:days?|weeks?|months?|years?|night|morning|evening|afternoon|weekend)$/i;
const MOST_STEPS = 6;

/**
 * 'opened a school that taught the trade', 'backed shepherds in the hills who had lost their flocks': a clause whose subject is a relative pronoun right
 * behind a noun says more of the noun (`acl:relcl`), where the parser hung it on a verb. Behind a time or a name, it is about the
 * object of the verb. Changes heads, relations and children of the tokens from `first` on, which are one English sentence.
 */
export function mendPlainRelatives(tokens: readonly Movable[], first: number): void {
  for (let at = first + 2; at < tokens.length - 1; at++) {
    const pronoun = tokens[at] as Movable;
    if (!/^(?:who|that|which)$/.test(pronoun.text) || !/^nsubj/.test(pronoun.deprel)) continue;
    const before = tokens[at - 1] as Movable;
    if (!/^(?:NOUN|PROPN|NUM)$/.test(before.upos) || !isFiniteBehind(tokens, at)) continue;
    const verb = tokens[pronoun.head] as Movable;
    if (verb.index < at || verb.head < 0 || verb.head >= at || !ASTRAY.test(verb.deprel)) continue;
    if (childrenOf(tokens, verb).some(({ index, deprel }) => index < at && /^(?:nsubj|cc|mark)/.test(deprel)))
      continue;
    const above = tokens[verb.head] as Movable;
    if (pronoun.text === 'that' && TELLING.test(above.text)) continue;
    const noun = nounOf(tokens, before, above, pronoun.text === 'who');
    if (noun && !isBelow(tokens, noun, verb)) move(tokens, verb, noun.index, 'acl:relcl');
  }
}

function isFiniteBehind(tokens: readonly Movable[], pronoun: number): boolean {
  let at = pronoun + 1;
  while (tokens[at]?.upos === 'ADV') at++;
  const word = tokens[at];
  return word !== undefined && /^(?:VERB|AUX)$/.test(word.upos) && /VerbForm=Fin/.test(word.feats);
}

function nounOf(
  tokens: readonly Movable[],
  before: Movable,
  verb: Movable,
  isPerson: boolean,
): Movable | undefined {
  let noun = before;
  for (let step = 0; step < MOST_STEPS && /^(?:flat|compound|nmod:unmarked)/.test(noun.deprel); step++)
    noun = tokens[noun.head] as Movable;
  const isLoose = noun.head === verb.index && /^obl/.test(noun.deprel) && hasChild(tokens, noun, /^case$/);
  const object = childrenOf(tokens, verb).find(
    ({ deprel, index }) => /^obj/.test(deprel) && index > verb.index && index < noun.index,
  );
  const isOther = (noun.upos === 'PROPN' && !isPerson) || TIME.test(noun.text) || noun.upos === 'NUM';
  return isLoose && isOther && object ? object : noun;
}
