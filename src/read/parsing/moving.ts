import type { Token } from '../document.ts';

/** A token whose place in the tree, and whose features, can still be changed. */
export type Movable = { -readonly [key in 'head' | 'deprel' | 'children' | 'feats']: Token[key] } & Omit<
  Token,
  'head' | 'deprel' | 'children' | 'feats'
>;

/** Hangs a word on another one, by its old relation where no new one is given. */
export function move(tokens: readonly Movable[], token: Movable, head: number, deprel = token.deprel): void {
  detach(tokens, token);
  token.head = head;
  token.deprel = deprel;
  adopt(tokens[head] as Movable, token.index);
}

/** Children stand in the order of the text. */
export function adopt(token: Movable, child: number): void {
  token.children = [...token.children, child].sort((a, b) => a - b);
}

export function detach(tokens: readonly Movable[], token: Movable): void {
  const head = tokens[token.head];
  if (head) head.children = head.children.filter((child) => child !== token.index);
}

export function isBelow(tokens: readonly Movable[], token: Movable, above: Movable): boolean {
  for (let at: Movable | undefined = token; at; at = tokens[at.head]) if (at === above) return true;
  return false;
}

/** The words that hang on a word, in the order of the text. */
export function childrenOf(tokens: readonly Movable[], { children }: Movable): Movable[] {
  return children.map((child) => tokens[child] as Movable);
}

/** Does a word hang on another one by a relation that the pattern matches? */
export function hasChild(tokens: readonly Movable[], { children }: Movable, deprel: RegExp): boolean {
  return children.some((child) => deprel.test(tokens[child]?.deprel ?? ''));
}

/** Makes a word the root; whoever was it until now must be hung elsewhere. */
export function raise(tokens: readonly Movable[], token: Movable): void {
  detach(tokens, token);
  token.head = -1;
  token.deprel = 'root';
}

/** Puts a word where another one stands, with its relation, be that the root's; the other one must be hung elsewhere then. */
export function takePlace(tokens: readonly Movable[], token: Movable, { head, deprel }: Movable): void {
  if (head < 0) raise(tokens, token);
  else move(tokens, token, head, deprel);
}

/** Hangs the dependents of one word that stand behind another on that other word. */
export function moveBehind(tokens: readonly Movable[], from: Movable, to: Movable): void {
  for (const child of [...from.children])
    if (child > to.index) move(tokens, tokens[child] as Movable, to.index);
}

/** Relations of a subject that stands in its own place, also that of 'there' and 'it'. */
export const SUBJECT = /^(?:nsubj|expl)/;

/** Has a predicate a subject before it? */
export function hasOwnSubject(tokens: readonly Movable[], verb: Movable): boolean {
  return childrenOf(tokens, verb).some(({ deprel, index }) => SUBJECT.test(deprel) && index < verb.index);
}

/** The first word of what hangs on a word, marks of punctuation left out. */
export function startOf(tokens: readonly Movable[], phrase: Movable): number {
  let start = phrase;
  for (;;) {
    const child = tokens[start.children.find((one) => tokens[one]?.deprel !== 'punct') ?? -1];
    if (!child || child.index > start.index) return start.index;
    start = child;
  }
}
