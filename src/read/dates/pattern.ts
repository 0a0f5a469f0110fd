import { type Atom, isDigit } from './atoms.ts';
import type { DateRules } from './lexicon.ts';

/** What a term says of the words it took: a number, or a name such as 'morning'. */
export type TermValue = number | string;
/** Reads one term at an atom: where it ends and what it says; null where it is not there. */
export type Term = (
  atoms: readonly Atom[],
  at: number,
) => { readonly end: number; readonly value: TermValue } | null;
export type Terms = ReadonlyMap<string, Term>;
export type Slots = { readonly [name: string]: TermValue };

/** A fixed phrase that fills a slot of its form by being there: 'at present', 'Christmas Eve'. */
export interface Phrase {
  readonly form: string;
  readonly words: readonly string[];
  readonly slots: Slots;
}

/** A stretch of atoms that fits a pattern. */
export interface PatternMatch {
  readonly form: string;
  readonly from: number;
  readonly end: number;
  readonly slots: Slots;
}

/** Where a pattern ends: its form, its place in the rule file (the earlier wins), and what it fills in. */
interface Accept {
  readonly form: string;
  readonly rule: number;
  readonly slots: Slots;
}

interface Node {
  readonly words: Map<string, Node>;
  readonly terms: {
    readonly name: string;
    readonly slot: string;
    readonly term: Term;
    readonly node: Node;
  }[];
  readonly accepts: Accept[];
}

const node = (): Node => ({ words: new Map(), terms: [], accepts: [] });

/**
 * The patterns of a language as one tree, so that patterns that begin alike are tried together. There is no repetition
 * and no recursion in the grammar: the work at each atom is bounded by the grammar, and matching is linear in the text.
 */
export class PatternBook {
  readonly #root = node();
  readonly #rules: DateRules;
  readonly #terms: Terms;
  readonly #vocabulary: ReadonlySet<string>;

  /** `vocabulary`: every word that a term can begin with, digits apart. */
  constructor(rules: DateRules, phrases: readonly Phrase[], terms: Terms, vocabulary: ReadonlySet<string>) {
    this.#rules = rules;
    this.#terms = terms;
    this.#vocabulary = vocabulary;
    let rule = 0;
    for (const [form, patterns] of Object.entries(rules.rules)) {
      for (const pattern of patterns) {
        const [words, slots] = constantsOf(pattern);
        const accept = { form, rule: rule++, slots };
        for (const end of this.#grow([this.#root], words, pattern)) end.accepts.push(accept);
      }
    }
    for (const { form, words, slots } of phrases) {
      const accept = { form, rule: rule++, slots };
      for (const end of this.#grow([this.#root], words, words.join(' '))) end.accepts.push(accept);
    }
  }

  /** Can a match begin with this word at all? Most words of a text begin none. */
  mayBegin(lower: string): boolean {
    return this.#root.words.has(lower) || this.#vocabulary.has(lower) || isDigit(lower);
  }

  /** The matches that begin at atom `at`, longest first, the earlier rule first on a tie; one for each form and end. */
  matches(atoms: readonly Atom[], at: number): PatternMatch[] {
    const { lower } = atoms[at] as Atom;
    const terms = this.#vocabulary.has(lower) || isDigit(lower);
    if (!terms && !this.#root.words.has(lower)) return [];
    const found: (PatternMatch & { rule: number })[] = [];
    const walk = (here: Node, end: number, slots: Slots, withTerms: boolean) => {
      // A comma before a year that does not come belongs to the sentence.
      const open = end > at && (atoms[end - 1] as Atom).lower === ',';
      for (const accept of open ? [] : here.accepts) {
        const known = found.find((other) => other.end === end && other.form === accept.form);
        if (!known) {
          found.push({
            form: accept.form,
            rule: accept.rule,
            from: at,
            end,
            slots: { ...slots, ...accept.slots },
          });
        }
      }
      const atom = atoms[end];
      if (!atom) return;
      const next = here.words.get(atom.lower);
      if (next) walk(next, end + 1, slots, true);
      if (!withTerms) return;
      for (const { term, slot, node: after } of here.terms) {
        const value = term(atoms, end);
        if (value) walk(after, value.end, slot === '' ? slots : { ...slots, [slot]: value.value }, true);
      }
    };
    walk(this.#root, at, {}, terms);
    return found.length < 2 ? found : found.sort((a, b) => b.end - a.end || a.rule - b.rule);
  }

  /** Makes the paths of a pattern's pieces from the given nodes on; gives the nodes that they end in. */
  #grow(from: readonly Node[], elements: readonly string[], pattern: string): Node[] {
    let ends = [...from];
    for (const element of elements) {
      const optional = element.length > 1 && element.endsWith('?');
      const body = optional ? element.slice(0, -1) : element;
      const next = this.#step(ends, body, pattern);
      ends = [...new Set(optional ? [...ends, ...next] : next)];
    }
    return ends;
  }

  #step(from: readonly Node[], body: string, pattern: string): Node[] {
    if (body.startsWith('{')) {
      const part = this.#rules.parts[body.slice(1, -1)];
      if (!part) throw new Error(`date pattern "${pattern}": there is no part ${body}`);
      return part.flatMap((inner) => this.#grow(from, pieces(inner), pattern));
    }
    if (body.startsWith('<')) {
      const [name, slot] = body.slice(1, -1).split(':') as [string, string?];
      const term = this.#terms.get(name);
      if (!term) throw new Error(`date pattern "${pattern}": there is no term <${name}>`);
      return from.map((here) => termChild(here, name, slot ?? name, term));
    }
    const words = body.split('|');
    if (words.length === 1) return from.map((here) => wordChild(here, body));
    // Several words lead to one node; at the root, where terms are tried only for their vocabulary, each to its own.
    const either = eitherOf(words);
    return from.flatMap((here) =>
      here === this.#root ? words.map((word) => wordChild(here, word)) : [termChild(here, body, '', either)],
    );
  }
}

/** A pattern's pieces, and the slots that it fills by itself (`=part:night`). */
function constantsOf(pattern: string): [words: string[], slots: Slots] {
  const all = pieces(pattern);
  const constants = all.filter((piece) => piece.startsWith('='));
  return [
    all.filter((piece) => !piece.startsWith('=')),
    Object.fromEntries(constants.map((piece) => piece.slice(1).split(':') as [string, string])),
  ];
}

function pieces(pattern: string): string[] {
  return pattern.trim().split(/\s+/);
}

function eitherOf(words: readonly string[]): Term {
  const set = new Set(words);
  return (atoms, at) => (set.has((atoms[at] as Atom).lower) ? { end: at + 1, value: '' } : null);
}

function wordChild(here: Node, word: string): Node {
  const known = here.words.get(word);
  if (known) return known;
  const made = node();
  here.words.set(word, made);
  return made;
}

function termChild(here: Node, name: string, slot: string, term: Term): Node {
  const known = here.terms.find((other) => other.name === name && other.slot === slot);
  if (known) return known.node;
  const made = node();
  here.terms.push({ name, slot, term, node: made });
  return made;
}
