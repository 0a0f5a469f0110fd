import { type Movable, move } from './moving.ts';

/**
 * "Sudan's ruling council agreed": an owner that the parser made the subject of the participle behind it owns the noun. Changes heads and relations of
 * the tokens from `first` on, which are one English sentence.
 */
export function mendOwners(tokens: readonly Movable[], first: number): void {
  for (let at = first; at < tokens.length; at++) {
    const owner = tokens[at] as Movable;
    if (!/^nsubj/.test(owner.deprel) || !/^(?:NOUN|PROPN)$/.test(owner.upos)) continue;
    if (!owner.children.some((child) => /^['’]s?$/.test(tokens[child]?.text ?? ''))) continue;
    const participle = tokens[owner.head];
    if (participle?.deprel !== 'amod' || participle.head < participle.index) continue;
    move(tokens, owner, participle.head, 'nmod:poss');
  }
}
