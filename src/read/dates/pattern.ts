import type { Atom } from './atoms.ts';
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

/** A stretch of atoms that fits a pattern. */
export interface PatternMatch {
  readonly form: string;
  readonly from: number;
  readonly end: number;
  readonly slots: Slots;
}

type Element =
  | { readonly kind: 'words'; readonly words: ReadonlySet<string>; readonly optional: boolean }
  | { readonly kind: 'term'; readonly term: Term; readonly slot: string; readonly optional: boolean }
  | { readonly kind: 'part'; readonly name: string; readonly optional: boolean };

interface Chain {
  readonly slots: Slots;
  readonly end: number;
}

/**
 * Patterns over atoms, compiled once for a language. There is no repetition and no recursion in the grammar, so the
 * work at each atom is bounded by the grammar's size: matching is linear in the text.
 */
export class PatternBook {
  readonly #parts = new Map<string, Element[][]>();
  readonly #rules: { form: string; elements: Element[] }[] = [];
  readonly #terms: Terms;
  /** Rules by the first words they can begin with; those that begin with a term are under its name. */
  readonly #byWord = new Map<string, number[]>();
  readonly #byTerm = new Map<Term, number[]>();

  readonly #vocabulary: ReadonlySet<string>;

  /** `vocabulary`: every word that a term can begin with, digits apart. */
  constructor(rules: DateRules, terms: Terms, vocabulary: ReadonlySet<string>) {
    this.#terms = terms;
    this.#vocabulary = vocabulary;
    for (const [name, patterns] of Object.entries(rules.parts)) {
      this.#parts.set(
        name,
        patterns.map((pattern) => this.#compile(pattern)),
      );
    }
    for (const [form, patterns] of Object.entries(rules.rules)) {
      for (const pattern of patterns) this.#rules.push({ form, elements: this.#compile(pattern) });
    }
    this.#rules.forEach((rule, index) => {
      this.#index(rule.elements, index);
    });
  }

  /** The matches that begin at atom `at`, longest first, the earlier rule first on a tie; one for each form and end. */
  matches(atoms: readonly Atom[], at: number): PatternMatch[] {
    const word = (atoms[at] as Atom).lower;
    const candidates = new Set(this.#byWord.get(word));
    if (this.#vocabulary.has(word) || isDigit(word)) {
      for (const [term, rules] of this.#byTerm) {
        if (term(atoms, at)) for (const rule of rules) candidates.add(rule);
      }
    }
    const found: PatternMatch[] = [];
    for (const index of [...candidates].sort((a, b) => a - b)) {
      const rule = this.#rules[index] as { form: string; elements: Element[] };
      for (const { end, slots } of this.#match(atoms, rule.elements, 0, { end: at, slots: {} })) {
        const last = atoms[end - 1]?.lower;
        if (
          end > at &&
          last !== ',' &&
          !found.some((other) => other.end === end && other.form === rule.form)
        ) {
          found.push({ form: rule.form, from: at, end, slots });
        }
      }
    }
    return found.sort((a, b) => b.end - a.end);
  }

  #compile(pattern: string): Element[] {
    return pattern
      .trim()
      .split(/\s+/)
      .map((piece) => {
        const optional = piece.length > 1 && piece.endsWith('?');
        const body = optional ? piece.slice(0, -1) : piece;
        if (body.startsWith('{')) return { kind: 'part', name: body.slice(1, -1), optional };
        if (body.startsWith('<')) {
          const [name, slot] = body.slice(1, -1).split(':') as [string, string?];
          const term = this.#terms.get(name);
          if (!term) throw new Error(`date pattern "${pattern}": there is no term <${name}>`);
          return { kind: 'term', term, slot: slot ?? name, optional };
        }
        return { kind: 'words', words: new Set(body.split('|')), optional };
      });
  }

  #index(elements: readonly Element[], rule: number): void {
    for (const element of elements) {
      if (element.kind === 'words') for (const word of element.words) push(this.#byWord, word, rule);
      else if (element.kind === 'term') push(this.#byTerm, element.term, rule);
      else for (const part of this.#part(element.name)) this.#index(part, rule);
      if (!element.optional) return;
    }
  }

  #part(name: string): Element[][] {
    const part = this.#parts.get(name);
    if (!part) throw new Error(`date patterns: there is no part {${name}}`);
    return part;
  }

  *#match(
    atoms: readonly Atom[],
    elements: readonly Element[],
    index: number,
    chain: Chain,
  ): Generator<Chain> {
    const element = elements[index];
    if (!element) {
      if (chain.end > 0) yield chain;
      return;
    }
    const atom = atoms[chain.end];
    if (element.kind === 'part') {
      for (const part of this.#part(element.name)) {
        for (const inner of this.#match(atoms, part, 0, chain)) {
          yield* this.#match(atoms, elements, index + 1, inner);
        }
      }
    } else if (element.kind === 'words') {
      if (atom && element.words.has(atom.lower)) {
        yield* this.#match(atoms, elements, index + 1, { ...chain, end: chain.end + 1 });
      }
    } else if (atom) {
      const found = element.term(atoms, chain.end);
      if (found) {
        yield* this.#match(atoms, elements, index + 1, {
          end: found.end,
          slots: { ...chain.slots, [element.slot]: found.value },
        });
      }
    }
    if (element.optional) yield* this.#match(atoms, elements, index + 1, chain);
  }
}

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function isDigit(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
}
