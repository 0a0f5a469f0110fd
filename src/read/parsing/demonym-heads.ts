import { type Movable, move, takePlace } from './moving.ts';

/** What such a name may wrongly hang on the adjective by. */
const HUNG = /^(?:obl|nmod|appos|flat|compound|dep|nsubj|conj|obj)/;
/** Words between the adjective and the name, at most: 'Prime Minister', 'acting deputy foreign minister'. */
const MOST_WORDS = 5;
const MOST_STEPS = 4;
/** Words of the noun behind two such adjectives, at most: 'water ministers'. */
const MOST_NOUNS = 3;

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
    const freed = freeJoined(tokens, adjective);
    if (freed) {
      if (at === top) top = freed.index;
      continue;
    }
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

/**
 * '[Indian and Pakistani] troops exchanged fire, officials said', where the verb of the noun behind was hung on the first of two adjectives: the
 * verb goes where the adjective was, or below the verb that stands above it, and the adjective below the noun. The freed verb, or null.
 */
function freeJoined(tokens: readonly Movable[], first: Movable): Movable | null {
  const [joint, second] = [1, 2].map((next) => tokens[first.index + next]);
  if (joint?.text !== 'and' || second?.upos !== 'ADJ' || !/^\p{Lu}/u.test(second.text)) return null;
  const noun = tokens
    .slice(second.index + 1, second.index + 1 + MOST_NOUNS)
    .find(({ upos, deprel }) => upos === 'NOUN' && deprel !== 'compound');
  if (!noun) return null;
  const isJoined = second.head === first.index && second.deprel === 'conj';
  if (!isJoined && second.head !== noun.index) return null;
  const verb = tokens[noun.head];
  if (!/^nsubj/.test(noun.deprel) || verb?.head !== first.index) return null;
  if (first.head < 0) takePlace(tokens, verb, first);
  else {
    const above = verbAbove(tokens, first);
    if (!above) return null;
    move(tokens, verb, above.index, 'ccomp');
  }
  for (const child of [...first.children])
    if (child > noun.index) move(tokens, tokens[child] as Movable, verb.index);
  move(tokens, first, noun.index, 'amod');
  move(tokens, second, first.index, 'conj');
  move(tokens, joint, second.index, 'cc');
  return verb;
}

function verbAbove(tokens: readonly Movable[], token: Movable): Movable | null {
  let at = tokens[token.head];
  for (let step = 0; step < MOST_STEPS && at; step++) {
    if (at.upos === 'VERB') return at;
    at = tokens[at.head];
  }
  return null;
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
