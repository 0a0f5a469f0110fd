import { childrenOf, hasChild, type Movable, move, moveBehind, takePlace } from './moving.ts';

const SUBJECT = /^nsubj/;
/** What a verb that lost its subject was hung by. */
const ASTRAY = /^(?:acl|parataxis|ccomp|conj|advcl|dep)$/;

/**
 * What is said of a subject, taken for the main predicate: 'Protesters led by a bishop marched on the capital', 'Gunmen loyal to the general
 * ambushed a patrol'. The verb behind, which has no subject, takes its place, and the participle or adjective goes below the
 * subject. Changes heads, relations and children of the tokens from `first` on, which are one English sentence; returns its root.
 */
export function mendLostMains(tokens: readonly Movable[], first: number, root: number): number {
  let top = root;
  for (let at = first + 1; at < tokens.length - 2; at++) {
    const said = tokens[at] as Movable;
    const isLed = said.upos === 'VERB' && /(?:ed|led)$/.test(said.text) && tokens[at + 1]?.text === 'by';
    const isLoyal = said.upos === 'ADJ' && tokens[at + 1]?.text === 'to';
    if (!isLed && !isLoyal) continue;
    const children = childrenOf(tokens, said);
    if (children.some(({ deprel }) => /^(?:aux|cop|mark|cc|expl)/.test(deprel))) continue;
    const phrase = children.find(({ deprel, index }) => /^obl/.test(deprel) && index > at);
    const verb = phrase && mainBehind(tokens, said, phrase);
    if (!verb) continue;
    const noun = said.deprel === 'acl' && said.head === top ? tokens[top] : undefined;
    if (noun && noun.index < at && /^(?:NOUN|PROPN)$/.test(noun.upos)) {
      takePlace(tokens, verb, noun);
      for (const child of [...noun.children])
        if (child > verb.index) move(tokens, tokens[child] as Movable, verb.index);
      move(tokens, noun, verb.index, 'nsubj');
      top = verb.index;
      continue;
    }
    const subject = children.find(({ deprel, index }) => SUBJECT.test(deprel) && index < at);
    if (!subject || !/^(?:NOUN|PROPN)$/.test(subject.upos)) continue;
    if (at === top) top = verb.index;
    takePlace(tokens, verb, said);
    moveBehind(tokens, said, verb);
    for (const child of [...said.children])
      if (child < at)
        move(tokens, tokens[child] as Movable, child === subject.index ? verb.index : subject.index);
    subject.deprel = 'nsubj';
    move(tokens, said, subject.index, isLed ? 'acl' : 'amod');
  }
  return top;
}

/** The past tense right behind the phrase of the participle or adjective, hung on either of them. */
function mainBehind(tokens: readonly Movable[], said: Movable, phrase: Movable): Movable | undefined {
  let at = phrase.index + 1;
  while (tokens[at] !== undefined && /^(?:ADJ|NOUN|PROPN|ADV)$/.test((tokens[at] as Movable).upos)) at++;
  const verb = tokens[at];
  if (verb?.upos !== 'VERB' || /ing$/.test(verb.text) || tokens[at + 1]?.text === 'by') return undefined;
  if (!ASTRAY.test(verb.deprel) || (verb.head !== said.index && verb.head !== phrase.index)) return undefined;
  return hasChild(tokens, verb, /^(?:nsubj|aux|mark|cc)/) ? undefined : verb;
}
