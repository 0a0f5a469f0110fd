import { type Movable, move, takePlace } from './moving.ts';

/** What such a name may wrongly hang on the adjective by. */
const HUNG = /^(?:obl|nmod|appos|flat|compound|dep|nsubj|conj|obj)/;
/** Words between the adjective and the name, at most: 'Prime Minister', 'acting deputy foreign minister'. */
const MOST_WORDS = 5;

/**
 * 'Hungarian Prime Minister Viktor Orban arrived': an English adjective with a capital that the parser took for the head of the name behind
 * it. The name takes its place, and the adjective goes below the name (`amod`). Changes heads, relations and children of the
 * tokens from `first` on, which are one sentence; returns its root.
 */
export function mendDemonyms(tokens: readonly Movable[], first: number, root: number): number {
  let top = root;
  for (let at = first; at < tokens.length - 1; at++) {
    const adjective = tokens[at] as Movable;
    if (adjective.upos !== 'ADJ' || !/^\p{Lu}/u.test(adjective.text)) continue;
    if (/^(?:amod|compound|flat|conj)/.test(adjective.deprel)) continue;
    const name = nameBehind(tokens, adjective);
    if (!name) continue;
    if (adjective.index === top) top = name.index;
    takePlace(tokens, name, adjective);
    for (const child of [...adjective.children]) move(tokens, tokens[child] as Movable, name.index);
    move(tokens, adjective, name.index, 'amod');
  }
  return top;
}

/** The head of the noun phrase that the adjective opens, where it hangs on the adjective. */
function nameBehind(tokens: readonly Movable[], { index, children }: Movable): Movable | null {
  for (const child of children) {
    const name = tokens[child] as Movable;
    if (child <= index || child > index + MOST_WORDS) continue;
    if (!/^(?:PROPN|NOUN)$/.test(name.upos) || !HUNG.test(name.deprel)) return null;
    for (let at = index + 1; at < child; at++)
      if (!/^(?:ADJ|NOUN|PROPN)$/.test((tokens[at] as Movable).upos)) return null;
    return name;
  }
  return null;
}
