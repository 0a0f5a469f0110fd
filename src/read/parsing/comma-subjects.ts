import { childrenOf, hasChild, type Movable, move } from './moving.ts';

/** Conjunctions that open a second main clause behind a comma. */
const JOINT = /^(?:and|but|while)$/i;

/**
 * 'halted travel for envoys, and Norland and Sudria imposed sanctions': what stands behind the comma and 'and' was joined to a noun of the first
 * clause, and that noun made the subject of the second verb. The second verb gets its own subject, and is joined to the first. Changes heads,
 * relations and children of the tokens from `first` on, which are one English sentence.
 */
export function mendCommaSubjects(tokens: readonly Movable[], first: number): void {
  for (let at = first + 4; at < tokens.length; at++) {
    const verb = tokens[at] as Movable;
    if (verb.upos !== 'VERB' || verb.deprel === 'conj' || hasChild(tokens, verb, /^(?:mark|aux|cop|cc$)/))
      continue;
    const head = tokens[verb.head];
    if (!head || head.index > at) continue;
    if (head.upos === 'VERB') {
      const noun = childrenOf(tokens, verb).find(({ deprel, index }) => deprel === 'nsubj' && index < at);
      if (!noun || noun.index < head.index) continue;
      const subject = childrenOf(tokens, noun).find(
        (child) => child.index > noun.index && opens(tokens, child),
      );
      if (!subject || subject.index > at) continue;
      part(tokens, noun, subject, verb, head);
      asObject(tokens, noun, head);
    } else if (verb.deprel === 'acl' && head.index === at - 1 && hasChild(tokens, verb, /^obj$/)) {
      const subject = opens(tokens, head) ? head : (tokens[head.head] as Movable | undefined);
      const noun = subject && tokens[subject.head];
      const above = noun && verbAbove(tokens, noun);
      if (subject && above && opens(tokens, subject) && noun.index > above.index)
        part(tokens, noun, subject, verb, above);
    }
  }
}

const MOST_STEPS = 6;

function verbAbove(tokens: readonly Movable[], noun: Movable): Movable | null {
  let at: Movable | undefined = noun;
  for (let step = 0; step < MOST_STEPS && at; step++) {
    if (at.upos === 'VERB') return at;
    at = tokens[at.head];
  }
  return null;
}

/** ', and Norland': a noun joined by a comma and a conjunction. */
function opens(tokens: readonly Movable[], joined: Movable): boolean {
  if (joined.deprel !== 'conj' || !/^(?:NOUN|PROPN)$/.test(joined.upos)) return false;
  const joint = childrenOf(tokens, joined).find(
    ({ deprel, index }) => deprel === 'cc' && index < joined.index,
  );
  return joint !== undefined && JOINT.test(joint.text) && tokens[joint.index - 1]?.text === ',';
}

/** Gives the second verb its subject, its conjunction and what was joined behind them, and joins it to the first one. */
function part(
  tokens: readonly Movable[],
  noun: Movable,
  subject: Movable,
  verb: Movable,
  above: Movable,
): void {
  for (const child of childrenOf(tokens, noun))
    if (child.index > subject.index && child !== verb) move(tokens, child, subject.index);
  for (const child of childrenOf(tokens, subject))
    if (child.deprel === 'cc' && child.index < subject.index) move(tokens, child, verb.index, 'cc');
  move(tokens, verb, above.index, 'conj');
  move(tokens, subject, verb.index, 'nsubj');
}

function asObject(tokens: readonly Movable[], noun: Movable, verb: Movable): void {
  const object = childrenOf(tokens, verb).find(({ deprel, index }) => deprel === 'obj' && index > verb.index);
  if (object && object.index < noun.index) move(tokens, object, noun.index, 'compound');
  move(tokens, noun, verb.index, 'obj');
}
