import type { Document, Token } from './document.ts';

/** The token's head; null for a root. Constant time. */
export function headOf(document: Document, token: Token): Token | null {
  return token.head < 0 ? null : (document.tokens[token.head] as Token);
}

/** Its dependents in text order, those with one of the relations where some are named (`nsubj` takes `nsubj:pass` too). */
export function childrenOf(document: Document, token: Token, ...relations: readonly string[]): Token[] {
  const children = token.children.map((index) => document.tokens[index] as Token);
  return relations.length === 0 ? children : children.filter(({ deprel }) => isRelation(deprel, relations));
}

/** Is the relation one of these, or a subtype of one? */
export function isRelation(deprel: string, relations: readonly string[]): boolean {
  return relations.some((relation) => deprel === relation || deprel.startsWith(`${relation}:`));
}

/** Heads from the nearest up to the root. */
export function* ancestorsOf(document: Document, token: Token): Generator<Token> {
  for (let at = headOf(document, token); at; at = headOf(document, at)) yield at;
}

/** Does `token` hang somewhere below `ancestor`? A token is not its own descendant. */
export function isDescendant(document: Document, token: Token, ancestor: Token): boolean {
  for (const head of ancestorsOf(document, token)) if (head === ancestor) return true;
  return false;
}

/** The token and all below it, in text order. Linear in its size. */
export function subtreeOf(document: Document, token: Token): Token[] {
  const found: Token[] = [];
  const open = [token];
  for (let next = open.pop(); next; next = open.pop()) {
    found.push(next);
    for (const index of next.children) open.push(document.tokens[index] as Token);
  }
  return found.sort((a, b) => a.index - b.index);
}

/** Offsets (UTF-16) from the first to the last token of the subtree; what lies between belongs to it or is crossed by it. */
export function subtreeSpan(document: Document, token: Token): { start: number; end: number } {
  let start = token.start;
  let end = token.end;
  for (const { start: from, end: to } of subtreeOf(document, token)) {
    if (from < start) start = from;
    if (to > end) end = to;
  }
  return { start, end };
}

/** Tokens from one to the other over their lowest common ancestor, both included; null across sentences. */
export function pathBetween(document: Document, from: Token, to: Token): Token[] | null {
  if (from.sentence !== to.sentence) return null;
  const up = [from, ...ancestorsOf(document, from)];
  const down = [to, ...ancestorsOf(document, to)];
  const meeting = up.find((token) => down.includes(token));
  if (!meeting) return null;
  return [...up.slice(0, up.indexOf(meeting) + 1), ...down.slice(0, down.indexOf(meeting)).reverse()];
}
