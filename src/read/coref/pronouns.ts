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
  /** 1 for each token between quotation marks. */
  readonly quoted: Uint8Array;
  /** The chain of the name whose head a token is, be it named there for the first time. */
  readonly namedAt: (token: number) => OpenChain | undefined;
  /** Verbs of harm. */
  readonly harming: ReadonlySet<string>;
  /** Last words of offices: 'minister', 'director'. */
  readonly roleNouns: ReadonlySet<string>;
}

/**
 * The chain that a pronoun refers to, or null where more than one is possible. In the clause first: the subject of the
 * verb that governs the pronoun or its clause ('Aliyev said he …', 'the ministry … its soldiers'); then the only fitting
 * one of the sentence so far; then that of the sentence before, alone or as its subject (the recency and subject
 * preferences of Hobbs 1978 and of centering, used only where they do not compete).
 */
export function antecedentOf(token: Token, kind: PronounKind, view: PronounView): OpenChain | null {
  if (kind === 'it' && isEmptyIt(token, view.tokens)) return null;
  const speaker = governingSubject(token, view);
  const inside = view.quoted[token.index] === 1;
  // Who is quoted says 'I': a 'he' in the quotation is another, and must be known to be one.
  const governing = inside && speaker && view.quoted[speaker.subject] === 0 ? null : (speaker?.chain ?? null);
  const said = inside ? speakerBehind(token, view) : undefined;
  const fits = (chain: OpenChain) =>
    suits(chain, kind) &&
    (!inside ||
      (chain !== speaker?.chain &&
        chain !== said &&
        (kind === 'it' || kind === 'they' || chain.sex === kind)));
  if (inside && speaker && !governing && kind !== 'he' && kind !== 'she') return null;
  const here = distinct((view.memories[0]?.seen ?? []).filter(fits));
  if (governing && fits(governing) && (kind !== 'it' || here.length <= 2)) {
    const rivals = here.filter((chain) => chain !== governing);
    if (isHarmed(token, view)) return rivals.length === 1 ? (rivals[0] as OpenChain) : null;
    if (rivals.length === 0 || isPossessive(token) || isSubject(token)) return governing;
    return null;
  }
  if (governing && here.length > 0) return null;
  if (kind === 'he' || kind === 'she') {
    if (here.length === 1) return here[0] as OpenChain;
    if (here.length > 1) return null;
  } else if (here.length > 0) return null;
  return fromBefore(token, kind, view, fits);
}

/** 'suspended ties with Norland and barred [its] leaders': what the doer does harm to is not his own. */
function isHarmed(token: Token, { tokens, harming }: PronounView): boolean {
  const thing = tokens[token.head];
  if (!isPossessive(token) || !thing?.deprel.startsWith('obj')) return false;
  const verb = tokens[thing.head];
  return verb !== undefined && harming.has(verb.lemma.toLowerCase());
}

function fromBefore(
  token: Token,
  kind: PronounKind,
  view: PronounView,
  fits: (chain: OpenChain) => boolean,
): OpenChain | null {
  for (const memory of view.memories.slice(1)) {
    if (memory.paragraph < view.sentence.paragraph - 1) return null;
    const fitting = distinct(memory.seen.filter(fits));
    if (fitting.length === 0) {
      if (kind === 'he' || kind === 'she') continue;
      return null;
    }
    const subject = memory.subject && fitting.includes(memory.subject) ? memory.subject : null;
    if (subject && kind === 'it' && ownsOffice(token, view)) return subject;
    if (!isSubject(token) && fitting.length > 1) return null;
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

/** 'Its director': only bodies and states have one, and the sentence before is about one. */
function ownsOffice(token: Token, { tokens, roleNouns }: PronounView): boolean {
  const noun = tokens[token.head];
  return isPossessive(token) && noun !== undefined && roleNouns.has(noun.text.toLowerCase());
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
function governingSubject(
  token: Token,
  { tokens, book }: PronounView,
): { readonly chain: OpenChain | null; readonly subject: number } | null {
  let from = token.index;
  let at = token.head;
  for (let step = 0; at >= 0 && step < 12; step++) {
    const node = tokens[at] as Token;
    const subject = node.children.find((child) => (tokens[child] as Token).deprel.startsWith('nsubj'));
    if (subject !== undefined && subject !== from && subject !== token.index && subject < token.index) {
      return { chain: book.chainAt(subject) ?? null, subject };
    }
    if (node.deprel.startsWith('parataxis')) return null;
    from = at;
    at = node.head;
  }
  return null;
}

/** Who says the quotation that the token is in, where the name comes after it: '"He was late," N said'. */
function speakerBehind(token: Token, { tokens, quoted, namedAt }: PronounView): OpenChain | undefined {
  let at = token.index;
  for (let step = 0; at >= 0 && quoted[at] === 1 && step < 12; step++) at = (tokens[at] as Token).head;
  if (at < 0) {
    // The quotation holds the root: who says it hangs below it.
    const root = rootOf(token, tokens);
    const verb = root.children.find(
      (child) => quoted[child] === 0 && (tokens[child] as Token).deprel === 'parataxis',
    );
    if (verb === undefined) return undefined;
    at = verb;
  }
  const subject = (tokens[at] as Token).children.find(
    (child) => quoted[child] === 0 && (tokens[child] as Token).deprel.startsWith('nsubj'),
  );
  return subject === undefined ? undefined : namedAt(subject);
}

function rootOf(token: Token, tokens: readonly Token[]): Token {
  let node = token;
  while (node.head >= 0) node = tokens[node.head] as Token;
  return node;
}

/** Marks the tokens between quotation marks, paragraph by paragraph, so that one left open spoils no more than its own. */
export function quotedTokens(sentences: readonly Sentence[], tokens: readonly Token[]): Uint8Array {
  const quoted = new Uint8Array(tokens.length);
  let open = false;
  let paragraph = -1;
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) open = false;
    paragraph = sentence.paragraph;
    for (let at = sentence.firstToken; at < sentence.endToken; at++) {
      const { text } = tokens[at] as Token;
      if (text === '“' || text === '``' || text === '«') open = true;
      else if (text === '”' || text === "''" || text === '»') open = false;
      else if (text === '"') open = !open;
      else if (open) quoted[at] = 1;
    }
  }
  return quoted;
}
