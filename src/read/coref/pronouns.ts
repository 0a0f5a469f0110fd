import type { Sentence, Token } from '../document.ts';
import type { ChainBook, OpenChain } from './chain.ts';
import type { ReferenceWords } from './lexicon.ts';

export type PronounKind = 'he' | 'she' | 'it' | 'they';

/** Which personal pronoun a token is, or null. */
export function pronounKind(token: Token, words: ReferenceWords): PronounKind | null {
  if (token.upos !== 'PRON') return null;
  const lower = token.text.toLowerCase();
  for (const kind of ['he', 'she', 'it', 'they'] as const) if (words.pronouns[kind].has(lower)) return kind;
  return null;
}

/** What a sentence tells later ones: its chains in order of mention, and the chain of its main subject. */
export interface SentenceMemory {
  readonly seen: OpenChain[];
  subject: OpenChain | null;
  readonly paragraph: number;
}

export interface PronounView {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly book: ChainBook;
  /** Memories of this sentence and the ones before, the last one first; at most three. */
  readonly memories: readonly SentenceMemory[];
}

/**
 * The chain that a pronoun refers to, or null where more than one is possible. In the clause first: the subject of the
 * verb that governs the pronoun or its clause ('Aliyev said he …', 'the ministry … its soldiers'); then the only fitting
 * one of the sentence so far; then that of the sentence before, alone or as its subject (the recency and subject
 * preferences of Hobbs 1978 and of centering, used only where they do not compete).
 */
export function antecedentOf(token: Token, kind: PronounKind, view: PronounView): OpenChain | null {
  if (kind === 'it' && isEmptyIt(token, view.tokens)) return null;
  const governing = governingSubject(token, view);
  const fits = (chain: OpenChain) => suits(chain, kind);
  const here = distinct((view.memories[0]?.seen ?? []).filter(fits));
  if (governing && fits(governing) && (kind !== 'it' || here.length <= 2)) {
    const rivals = here.filter((chain) => chain !== governing);
    if (rivals.length === 0 || isPossessive(token) || isSubject(token)) return governing;
    return null;
  }
  if (governing && here.length > 0) return null;
  if (kind === 'he' || kind === 'she') {
    if (here.length === 1) return here[0] as OpenChain;
    if (here.length > 1) return null;
  } else if (here.length > 0) return null;
  return fromBefore(token, kind, view);
}

function fromBefore(token: Token, kind: PronounKind, view: PronounView): OpenChain | null {
  for (const memory of view.memories.slice(1)) {
    if (memory.paragraph < view.sentence.paragraph - 1) return null;
    const fitting = distinct(memory.seen.filter((chain) => suits(chain, kind)));
    if (fitting.length === 0) {
      if (kind === 'he' || kind === 'she') continue;
      return null;
    }
    if (!isSubject(token) && fitting.length > 1) return null;
    const subject = memory.subject && fitting.includes(memory.subject) ? memory.subject : null;
    if (kind === 'he' || kind === 'she') return fitting.length === 1 ? (fitting[0] as OpenChain) : null;
    return subject && (fitting.length === 1 || isSubject(token)) ? subject : null;
  }
  return null;
}

function suits(chain: OpenChain, kind: PronounKind): boolean {
  if (kind === 'he' || kind === 'she')
    return chain.type === 'PER' && (chain.sex === null || chain.sex === kind);
  if (kind === 'it') return (chain.type === 'ORG' || chain.type === 'LOC') && !chain.plural;
  return chain.plural || chain.type === 'GROUP' || chain.type === 'NORP';
}

function distinct(chains: readonly OpenChain[]): OpenChain[] {
  return [...new Set(chains)];
}

const isPossessive = (token: Token) =>
  token.deprel.startsWith('nmod:poss') || token.deprel.startsWith('det:poss');
const isSubject = (token: Token) => token.deprel.startsWith('nsubj');

/** 'it is clear that', 'it rains': no one is meant. */
function isEmptyIt(token: Token, tokens: readonly Token[]): boolean {
  if (token.deprel === 'expl') return true;
  if (!isSubject(token)) return token.deprel === 'obj' || token.deprel === 'obl';
  const verb = tokens[token.head];
  if (!verb) return true;
  if (verb.upos !== 'VERB') return true;
  return (
    verb.children.some((child) => /^(ccomp|csubj)/.test(tokens[child]?.deprel ?? '')) &&
    token.deprel === 'nsubj:pass'
  );
}

/** The nearest verb above the pronoun's own place whose subject is another, already named one. */
function governingSubject(token: Token, { tokens, book }: PronounView): OpenChain | null {
  let from = token.index;
  let at = token.head;
  for (let step = 0; at >= 0 && step < 12; step++) {
    const node = tokens[at] as Token;
    const subject = node.children.find((child) => (tokens[child] as Token).deprel.startsWith('nsubj'));
    if (subject !== undefined && subject !== from && subject !== token.index && subject < token.index) {
      return book.chainAt(subject) ?? null;
    }
    if (node.deprel.startsWith('parataxis')) return null;
    from = at;
    at = node.head;
  }
  return null;
}
