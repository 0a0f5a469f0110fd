import { type Span, spanOf } from '../model/index.ts';
import type { Document, Token } from '../read/index.ts';

/** First and last token of the phrase that each token heads, itself and all below it. Indexes into `Document.tokens`. */
export interface Extents {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

const known = new WeakMap<Document, Extents>();

/** Extents of all phrases of a document, worked out once: in one pass from the leaves up, linear, without recursion. */
export function extentsOf(document: Document): Extents {
  const before = known.get(document);
  if (before) return before;
  const extents = measured(document);
  known.set(document, extents);
  return extents;
}

function measured({ tokens }: Document): Extents {
  const first = new Int32Array(tokens.length);
  const last = new Int32Array(tokens.length);
  const waiting = new Int32Array(tokens.length);
  const ready: number[] = [];
  for (const token of tokens) {
    first[token.index] = token.index;
    last[token.index] = token.index;
    waiting[token.index] = token.children.length;
    if (token.children.length === 0) ready.push(token.index);
  }
  for (let next = 0; next < ready.length; next++) {
    const index = ready[next] as number;
    const head = (tokens[index] as Token).head;
    if (head < 0) continue;
    first[head] = Math.min(first[head] as number, first[index] as number);
    last[head] = Math.max(last[head] as number, last[index] as number);
    waiting[head] = (waiting[head] as number) - 1;
    if (waiting[head] === 0) ready.push(head);
  }
  return { first, last };
}

/** The relation without its subtype: `nsubj:pass` → `nsubj`. */
export function relationOf({ deprel }: Token): string {
  const before = plainRelations.get(deprel);
  if (before !== undefined) return before;
  const colon = deprel.indexOf(':');
  const plain = colon < 0 ? deprel : deprel.slice(0, colon);
  // A treebank has some fifty relations; what was read by other means may bring any.
  if (plainRelations.size < 500) plainRelations.set(deprel, plain);
  return plain;
}

const plainRelations = new Map<string, string>();

export function hasFeature(token: Token, feature: string): boolean {
  const { feats } = token;
  for (let at = feats.indexOf(feature); at >= 0; at = feats.indexOf(feature, at + 1)) {
    const end = at + feature.length;
    if ((at === 0 || feats[at - 1] === '|') && (end === feats.length || feats[end] === '|')) return true;
  }
  return false;
}

/** The children of a token that stand in one of these relations (without subtypes), in text order. */
export function childrenIn(document: Document, token: Token, ...relations: readonly string[]): Token[] {
  const found: Token[] = [];
  for (const index of token.children) {
    const child = document.tokens[index] as Token;
    if (relations.includes(relationOf(child))) found.push(child);
  }
  return found;
}

/** The first child in one of these relations, if any. */
export function childIn(
  document: Document,
  token: Token,
  ...relations: readonly string[]
): Token | undefined {
  for (const index of token.children) {
    const child = document.tokens[index] as Token;
    if (relations.includes(relationOf(child))) return child;
  }
  return undefined;
}

/** The prepositions of a phrase, in lower case and with their fixed parts: `of`, `according to`, `because of`. */
export function prepositionOf(document: Document, head: Token): string {
  const marker = childIn(document, head, 'case') ?? childIn(document, head, 'mark');
  if (!marker) return '';
  if (marker.children.length === 0) return marker.text.toLowerCase();
  const fixed = childrenIn(document, marker, 'fixed').map((token) => token.text);
  return [marker.text, ...fixed].join(' ').toLowerCase();
}

/** Is a clause opened by this word: 'to', 'if', 'whether'? */
export function hasMark(document: Document, token: Token, lemma: string): boolean {
  return token.children.some((index) => {
    const child = document.tokens[index] as Token;
    return relationOf(child) === 'mark' && child.lemma === lemma;
  });
}

/** The words from token `first` to token `last`, both included, without punctuation at the ends (quotation marks stay). */
export function spanOfTokens(document: Document, first: number, last: number): Span {
  let from = first;
  let to = last;
  const isLoose = (index: number) => {
    const token = document.tokens[index] as Token;
    return token.upos === 'PUNCT' && !/["“”„«»‘’'`()[\]]/.test(token.text);
  };
  while (from < to && isLoose(from)) from++;
  while (to > from && isLoose(to)) to--;
  return spanOf(
    document.article.text,
    (document.tokens[from] as Token).start,
    (document.tokens[to] as Token).end,
  );
}
