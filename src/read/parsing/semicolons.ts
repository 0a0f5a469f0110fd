import { type Movable, move } from './moving.ts';

const MOST_STEPS = 20;

/**
 * 'She denied any wrongdoing; three of her aides had been detained': a clause with a subject of its own behind an English semicolon hangs on
 * the main word before it (`parataxis`), and on no noun or lower verb there. Changes heads, relations and children of the tokens
 * from `first` on, which are one sentence.
 */
export function mendSemicolons(tokens: readonly Movable[], first: number): void {
  for (let mark = first + 1; mark < tokens.length - 1; mark++) {
    if (tokens[mark]?.text !== ';') continue;
    for (let at = mark + 1; at < tokens.length; at++) {
      const verb = tokens[at] as Movable;
      if (verb.text === ';') break;
      if (verb.head < 0 || verb.head > mark || !/^(?:acl|ccomp|advcl|conj|appos|xcomp)/.test(verb.deprel))
        continue;
      if (!verb.children.some((child) => child > mark && /^nsubj/.test(tokens[child]?.deprel ?? '')))
        continue;
      const above = mainBefore(tokens, verb.head, mark);
      if (above !== verb.head) move(tokens, verb, above, 'parataxis');
      else if (verb.deprel !== 'conj') verb.deprel = 'parataxis';
    }
  }
}

/** The topmost word above `from` that still stands before the mark. */
function mainBefore(tokens: readonly Movable[], from: number, mark: number): number {
  let at = from;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { head } = tokens[at] as Movable;
    if (head < 0 || head > mark) return at;
    at = head;
  }
  return at;
}
