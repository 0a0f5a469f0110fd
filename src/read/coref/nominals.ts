import type { Mention, Token } from '../document.ts';
import type { ChainBook, OpenChain } from './chain.ts';
import type { ReferenceWords } from './lexicon.ts';

/** The phrase of a common noun without what follows it: article, adjectives and compounds, noun. */
export function phraseOf(text: string, tokens: readonly Token[], head: Token): Mention {
  let first = head.index;
  for (const child of head.children) {
    const { deprel } = tokens[child] as Token;
    if (child < first && /^(det|amod|compound|nummod|nmod:poss)/.test(deprel))
      first = leftEdge(tokens, child, head.index);
  }
  const start = (tokens[first] as Token).start;
  return { start, end: head.end, text: text.slice(start, head.end), head: head.index, kind: 'nominal' };
}

/** Leftmost token of a dependent, looked for among its own children only. */
function leftEdge(tokens: readonly Token[], at: number, limit: number): number {
  let left = at;
  for (const child of (tokens[at] as Token).children) if (child < left && child < limit) left = child;
  return left;
}

export interface NominalView {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: ReferenceWords;
  readonly book: ChainBook;
  readonly roleNouns: ReadonlySet<string>;
  /** Chains by the last word of their names, and by their roles. */
  readonly byNoun: Map<string, Set<OpenChain>>;
}

export function note(view: Pick<NominalView, 'byNoun'>, noun: string, chain: OpenChain): void {
  const set = view.byNoun.get(noun);
  if (set) set.add(chain);
  else view.byNoun.set(noun, new Set([chain]));
}

/**
 * 'the ministry', 'the delegation', 'the minister', 'the corridor': the chain that a definite common noun refers to, if the
 * article has named only one of that word so far; a new chain for bodies and groups that it names first.
 */
export function nominalChain(token: Token, view: NominalView): OpenChain | null {
  const { tokens, words, book } = view;
  const noun = token.text.toLowerCase();
  const body = words.bodies.has(noun);
  const crowd = words.crowds.has(noun);
  const place = words.places.has(noun);
  const role = view.roleNouns.has(noun);
  if (!body && !crowd && !place && !role) return null;
  if (token.deprel === 'compound' || token.deprel === 'flat' || token.deprel === 'appos') return null;
  const children = token.children.map((child) => tokens[child] as Token);
  const definite = children.some(
    (child) => child.deprel === 'det' && words.definite.has(child.text.toLowerCase()),
  );
  const described = children.filter(
    (child) =>
      /^(amod|compound|nmod|nummod|acl|appos|flat)/.test(child.deprel) &&
      !child.deprel.startsWith('nmod:poss'),
  );
  const owned = children.find((child) => child.deprel.startsWith('nmod:poss'));
  const qualifier = [...described, ...(owned ? [owned] : [])]
    .filter((child) => child.index < token.index && !/^(nummod)/.test(child.deprel))
    .map((child) => child.text.toLowerCase())
    .join(' ');
  if (qualifier === '' && definite && described.length === 0) {
    const known = view.byNoun.get(noun);
    if (known?.size === 1) return [...known][0] as OpenChain;
    if (known && known.size > 1) return null;
  }
  if (role || place) return null;
  if (owned?.upos === 'PRON') return null;
  const tail = described
    .filter((child) => child.index > token.index && child.deprel.startsWith('nmod'))
    .map((child) => child.text.toLowerCase())[0];
  const key = `nominal ${qualifier || '-'} ${noun} ${tail ?? '-'}`;
  if (qualifier === '' && tail === undefined && !definite) return null;
  const chain = book.keyed(key, crowd ? 'GROUP' : 'ORG', phraseOf(view.text, tokens, token).text, crowd);
  note(view, noun, chain);
  return chain;
}
