import { childrenOf, hasChild, type Movable, move, takePlace } from './moving.ts';

const SUBJECT = /^nsubj/;
const BESIDE = /^(?:parataxis|ccomp|advcl|dep)/;

/**
 * Verbs that the parser gave two subjects, one of which is that of another verb:
 * 'Drones set fire to a depot, the governor said' (what is said was hung on its own subject) and 'The ministry said ten people, among them a
 * child, had been killed' (what is said was made the main clause). Changes heads, relations and children of the tokens from `first`
 * on, which are one English sentence; returns its root.
 */
export function mendTwoSubjects(tokens: readonly Movable[], first: number, root: number): number {
  let top = root;
  for (let at = first; at < tokens.length; at++) {
    const verb = tokens[at] as Movable;
    if (verb.upos !== 'VERB') continue;
    const subjects = verb.children.filter((child) => SUBJECT.test(tokens[child]?.deprel ?? ''));
    if (subjects.length !== 2) continue;
    const [one, two] = subjects.map((child) => tokens[child] as Movable) as [Movable, Movable];
    if (two.index < at) freeContent(tokens, verb, one, two);
    else if (one.index < at) top = lowerContent(tokens, verb, two, top);
  }
  return top;
}

/** 'Drones [set fire to a depot], the governor said': the clause on the first subject becomes what is said. */
function freeContent(tokens: readonly Movable[], verb: Movable, subject: Movable, speaker: Movable): void {
  if (!hasComma(tokens, subject.index, speaker.index)) return;
  const clause = childrenOf(tokens, subject).find(
    ({ index, upos, deprel, text }) =>
      index > subject.index &&
      index < speaker.index &&
      upos === 'VERB' &&
      /^(?:acl$|orphan)/.test(deprel) &&
      !/ing$/.test(text),
  );
  if (!clause?.children.some((child) => /^ob[jl]/.test(tokens[child]?.deprel ?? ''))) return;
  const later = subject.children.filter((child) => child > clause.index);
  move(tokens, clause, verb.index, 'ccomp');
  const hasObject = hasChild(tokens, clause, /^obj$/);
  move(tokens, subject, clause.index, hasObject ? 'nsubj' : 'nsubj:pass');
  for (const child of later) move(tokens, tokens[child] as Movable, clause.index);
}

/** 'The ministry said ten people, among them a child, [had been killed]': the verb that was made the main one goes below. */
function lowerContent(tokens: readonly Movable[], verb: Movable, subject: Movable, root: number): number {
  const content = tokens[verb.head];
  if (!content || !BESIDE.test(verb.deprel) || content.index < subject.index) return root;
  if (hasChild(tokens, content, SUBJECT)) return root;
  const isPassive = hasChild(tokens, content, /^aux:pass$/);
  const before = content.children.filter((child) => child < verb.index);
  takePlace(tokens, verb, content);
  move(tokens, content, verb.index, 'ccomp');
  move(tokens, subject, content.index, isPassive ? 'nsubj:pass' : 'nsubj');
  for (const child of before) move(tokens, tokens[child] as Movable, verb.index);
  return content.index === root ? verb.index : root;
}

function hasComma(tokens: readonly Movable[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (tokens[at]?.text === ',') return true;
  return false;
}
