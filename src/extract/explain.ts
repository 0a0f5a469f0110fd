import type { Span } from '../model/index.ts';
import type { Document, Token } from '../read/index.ts';

/** Told of each line: the rule that made it, the words that it fired on, and the tree around them (`treeAt`). */
export type Explain = (rule: string, span: Span, tree: string) => void;

/** Children of a word that are drawn, at most, and the levels below it. */
const MOST_CHILDREN = 12;
const LEVELS = 2;

/**
 * The part of the dependency tree that a rule looked at, for people who extend the lexicon: the word's own relation and head on the first
 * line, then what hangs on it, two levels down, a word a line with its relation. Bounded; empty where no word starts in the span.
 */
export function treeAt(document: Document, { start, end }: Span): string {
  const token = topIn(document, start, end);
  if (!token) return '';
  const head = token.head < 0 ? undefined : document.tokens[token.head];
  const lines = [`${written(token)} ${token.deprel}${head ? ` of ${head.text}` : ''}`];
  draw(document, token, 1, lines);
  return lines.join('\n');
}

function draw(document: Document, token: Token, level: number, lines: string[]): void {
  const children = token.children.map((index) => document.tokens[index] as Token);
  for (const child of children.filter(({ upos }) => upos !== 'PUNCT').slice(0, MOST_CHILDREN)) {
    lines.push(`${'  '.repeat(level)}${child.deprel} ${written(child)}`);
    if (level < LEVELS) draw(document, child, level + 1, lines);
  }
}

function written({ text, lemma, upos }: Token): string {
  return text.toLowerCase() === lemma.toLowerCase() ? `${text}/${upos}` : `${text}/${upos} (${lemma})`;
}

/** Of the words inside a span the one whose head lies outside it. */
function topIn({ tokens }: Document, start: number, end: number): Token | undefined {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start < start) low = middle + 1;
    else high = middle;
  }
  const first = low;
  for (let index = first; index < tokens.length && (tokens[index] as Token).start < end; index++) {
    const { head } = tokens[index] as Token;
    if (head < first || (tokens[head] as Token).start >= end) return tokens[index];
  }
  return tokens[first];
}
