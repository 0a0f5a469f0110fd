import { isBelow, type Movable, move, takePlace } from './moving.ts';

/** Words for the office between a body and the one who holds it. */
const OFFICE =
  /^(?:secretary|general|chief|envoy|president|minister|commissioner|coordinator|spokesman|spokeswoman|spokesperson|ambassador|official|head|director|representative|mediator|rapporteur|chair|chairman|chairwoman|leader|premier|negotiator|monitor|observer|expert|adviser|commander)$/i;
/** Letters of a body, or a people that was tagged as a name: 'UN', 'Korean'. */
const BODY = /^(?:\p{Lu}{2,}|\p{Lu}\p{Ll}+(?:an|ese|ish|ch|i|ic|ek))$/u;
/** Words between the body and the name, at most: 'UN special envoy', 'EU foreign policy chief', 'UN Secretary-General'. */
const MOST_WORDS = 6;

/**
 * 'UN Secretary-General Antonio Guterres said', 'EU foreign policy chief Josep Borrell condemned', 'North Korean leader Kim Jong-un met':
 * letters of a body, or a people, that the parser took for the head of the name behind it, or for a second subject. The name takes its place, and the body goes below the name
 * (`compound`). Changes heads, relations and children of the tokens from `first` on, which are one English sentence; returns its root.
 */
export function mendBodies(tokens: readonly Movable[], first: number, root: number): number {
  let top = root;
  for (let at = first; at < tokens.length - 2; at++) {
    const body = tokens[at] as Movable;
    if (body.upos !== 'PROPN' || !BODY.test(body.text) || /^(?:compound|amod|flat)/.test(body.deprel))
      continue;
    const name = nameBehind(tokens, at);
    if (!name) continue;
    const isSibling = name.head === body.head && name.deprel === body.deprel;
    if (name.head !== at && !isSibling) continue;
    if (isBelow(tokens, body, name)) continue;
    if (top === at) top = name.index;
    if (!isSibling) takePlace(tokens, name, body);
    for (const child of [...body.children]) move(tokens, tokens[child] as Movable, name.index);
    move(tokens, body, name.index, 'compound');
  }
  return top;
}

/** The first word of the name behind an office, where nothing but words of that office stand between. */
function nameBehind(tokens: readonly Movable[], from: number): Movable | null {
  for (let at = from + 1; at < Math.min(tokens.length, from + MOST_WORDS); at++) {
    const token = tokens[at] as Movable;
    const before = tokens[at - 1] as Movable;
    const isName = token.upos === 'PROPN' && !OFFICE.test(token.text);
    if (isName && at - 1 > from && OFFICE.test(before.text)) return token;
    if (token.text !== '-' && !/^(?:ADJ|NOUN|PROPN)$/.test(token.upos)) return null;
  }
  return null;
}
