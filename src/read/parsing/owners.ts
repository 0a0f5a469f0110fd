import { type Movable, move, takePlace } from './moving.ts';

/**
 * "Sudan's ruling council agreed": an owner that the parser made the subject of the participle behind it owns the noun. Changes heads and relations of
 * the tokens from `first` on, which are one English sentence; returns its root.
 */
export function mendOwners(tokens: readonly Movable[], first: number, root: number): number {
  let top = root;
  for (let at = first; at < tokens.length; at++) {
    const owner = tokens[at] as Movable;
    const owned = ownedByMany(tokens, owner);
    if (owned) {
      if (top === at) top = owned.index;
      continue;
    }
    if (!/^nsubj/.test(owner.deprel) || !/^(?:NOUN|PROPN)$/.test(owner.upos)) continue;
    if (!owner.children.some((child) => /^['’]s?$/.test(tokens[child]?.text ?? ''))) continue;
    const participle = tokens[owner.head];
    if (participle?.deprel !== 'amod' || participle.head < participle.index) continue;
    move(tokens, owner, participle.head, 'nmod:poss');
  }
  return top;
}

/** "The rebels' commander": where the mark was taken for one of punctuation and the owned for joined to the owners. Returns what is owned. */
function ownedByMany(tokens: readonly Movable[], owner: Movable): Movable | null {
  const [mark, owned] = [tokens[owner.index + 1], tokens[owner.index + 2]];
  if (!mark || !owned || !/^['’]$/.test(mark.text) || owner.upos !== 'NOUN' || !/s$/.test(owner.text))
    return null;
  if (owned.head !== owner.index || !/^(?:conj|appos|flat)$/.test(owned.deprel)) return null;
  takePlace(tokens, owned, owner);
  for (const child of [...owner.children])
    if (child > owned.index) move(tokens, tokens[child] as Movable, owned.index);
  move(tokens, owner, owned.index, 'nmod:poss');
  move(tokens, mark, owner.index, 'case');
  return owned;
}
