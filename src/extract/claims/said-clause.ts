import type { Document, Token } from '../../read/index.ts';
import { countryWord } from '../actors/countries.ts';
import { childIn, childrenIn, type Extents, prepositionOf, relationOf } from '../phrase.ts';
import type { Draft, Run } from './draft.ts';

/** The main clause of what is said. */
export interface SaidClause {
  readonly head: Token;
  /** Its predicates: the head and the clauses coordinated with it. */
  readonly predicates: readonly Token[];
  readonly subject: Token | undefined;
  /** Is the subject the speaker, by pronoun or by name? */
  readonly own: boolean;
  /** Does the subject name another side than the speaker's? */
  readonly other: boolean;
  readonly negated: boolean;
  readonly modals: readonly string[];
}

const OWN = /^(?:he|she|it|they|we|i)$/i;
const OWNERS = /^(?:its|his|her|their|our|my)$/i;
const NEGATIONS = /^(?:not|n['’]t|never|no|nobody|nothing|none|neither|nowhere)$/i;
const MOST_PREDICATES = 6;

/** Finds the main clause of a draft's content, or null where the tree shows none. */
export function saidClauseOf(
  document: Document,
  extents: Extents,
  draft: Draft,
  home: ReadonlySet<string>,
): SaidClause | null {
  const head = headOf(document, draft);
  if (!head) return null;
  const subject = childIn(document, head, 'nsubj') ?? childIn(document, head, 'expl');
  const named = subject
    ? sidesIn(document, [extents.first[subject.index] as number, extents.last[subject.index] as number])
    : new Set<string>();
  const own = subject !== undefined && speaksOfItself(document, draft, subject, named, home);
  return {
    head,
    predicates: [
      head,
      ...childrenIn(document, head, 'conj').filter(
        (one) => one.upos === 'VERB' || childIn(document, one, 'cop'),
      ),
    ].slice(0, MOST_PREDICATES),
    subject,
    own,
    other:
      !own && (named.size > 0 ? [...named].every((side) => !home.has(side)) : isOtherSide(document, subject)),
    negated: isNegatedClause(document, head, subject),
    modals: childrenIn(document, head, 'aux').map((aux) => aux.lemma.toLowerCase()),
  };
}

/** Pieces of what is said that its head is looked for in: a speech of a thousand quotations takes no longer by the piece. */
const MOST_RUNS = 32;

function headOf(document: Document, draft: Draft): Token | undefined {
  const runs = draft.content.length > MOST_RUNS ? draft.content.slice(0, MOST_RUNS) : draft.content;
  let best: Token | undefined;
  for (const run of runs) {
    for (let index = run[0]; index <= Math.min(run[1], run[0] + 80); index++) {
      const token = document.tokens[index] as Token;
      if (token.upos === 'PUNCT' || isWithin(runs, token.head)) continue;
      if (isPredicate(document, token)) return token;
      best ??= token;
    }
  }
  const clause = childIn(document, draft.verb, 'ccomp');
  return clause && isWithin(runs, clause.index) ? clause : best;
}

function isPredicate(document: Document, token: Token): boolean {
  return token.upos === 'VERB' || childIn(document, token, 'cop', 'nsubj') !== undefined;
}

function isWithin(runs: readonly Run[], index: number): boolean {
  return runs.some(([first, last]) => first <= index && index <= last);
}

/** Countries named in a run of tokens, by name, people or capital. */
export function sidesIn(document: Document, [first, last]: Run): Set<string> {
  const sides = new Set<string>();
  for (let index = first; index <= Math.min(last, first + 24); index++) {
    const { text, upos } = document.tokens[index] as Token;
    if (upos !== 'PROPN' && upos !== 'ADJ' && upos !== 'NOUN') continue;
    const word = countryWord(text);
    if (word) sides.add(word.country);
    else if (/^(?:Stepanakert|Khankendi|Karabakh|Artsakh)$/.test(text)) sides.add('Karabakh');
  }
  return sides;
}

/** Countries named in a stretch of text. */
export function sidesOfText(text: string): Set<string> {
  const sides = new Set<string>();
  for (const word of text.slice(0, 200).split(/[\s,]+/)) {
    const country = countryWord(word)?.country;
    if (country !== undefined) sides.add(country);
  }
  return sides;
}

function speaksOfItself(
  document: Document,
  draft: Draft,
  subject: Token,
  named: ReadonlySet<string>,
  home: ReadonlySet<string>,
): boolean {
  if (OWN.test(subject.text)) return subject.deprel !== 'expl';
  if (draft.speaker && subject.lemma === draft.speaker.lemma && named.size === 0) return true;
  const owner = childIn(document, subject, 'nmod');
  if (owner && OWNERS.test(owner.text)) return true;
  return named.size > 0 && [...named].every((side) => home.has(side));
}

/** 'the other side', 'the enemy'. */
function isOtherSide(document: Document, subject: Token | undefined): boolean {
  if (!subject) return false;
  if (/^(?:enemy|adversary|opponent|aggressor|occupier)$/i.test(subject.lemma)) return true;
  return childrenIn(document, subject, 'amod').some((word) => /^(?:other|opposing)$/i.test(word.text));
}

function isNegatedClause(document: Document, head: Token, subject: Token | undefined): boolean {
  const near = [...head.children, ...(subject?.children ?? [])];
  if (near.some((index) => NEGATIONS.test(document.tokens[index]?.text ?? ''))) return true;
  if (subject && NEGATIONS.test(subject.text)) return true;
  return childrenIn(document, head, 'obj', 'nsubj').some(
    (child) =>
      NEGATIONS.test(child.text) ||
      child.children.some((index) => /^(?:no|any)$/i.test(document.tokens[index]?.text ?? '')),
  );
}

/** The agent of a passive: 'by Azerbaijani artillery'. */
export function agentOf(document: Document, predicate: Token): Token | undefined {
  return childrenIn(document, predicate, 'obl').find(
    (child) => relationOf(child) === 'obl' && prepositionOf(document, child) === 'by',
  );
}
