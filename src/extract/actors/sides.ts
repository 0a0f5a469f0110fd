import type { Document, Token } from '../../read/index.ts';
import { childrenIn, relationOf } from '../phrase.ts';
import { countryWord } from './countries.ts';

const SIDE_NOUNS = new Set([
  'side',
  'party',
  'country',
  'state',
  'nation',
  'neighbor',
  'neighbour',
  'republic',
  'rival',
  'foe',
  'leader',
  'delegation',
  'government',
  'capital',
  'army',
]);
const PAIR_WORDS = new Set(['both', 'two', 'each', 'warring', 'opposing', 'conflicting', 'rival']);
const LEAST_WEIGHT = 3;

/** Does this noun speak of the two sides of a dispute: 'both sides', 'the two countries', 'each side', 'the parties'? */
export function isPairNoun(document: Document, token: Token): boolean {
  if (token.upos === 'PRON' || token.upos === 'DET')
    return /^each$/i.test(token.text) && relationOf(token) === 'nsubj';
  if (!SIDE_NOUNS.has(token.lemma.toLowerCase())) return false;
  if (childrenIn(document, token, 'amod', 'compound').some((child) => countryWord(child.text))) return false;
  const marks = childrenIn(document, token, 'det', 'nummod', 'amod', 'advmod').map((child) =>
    child.text.toLowerCase(),
  );
  if (marks.some((mark) => PAIR_WORDS.has(mark))) return true;
  return (
    token.feats.includes('Number=Plur') &&
    marks.includes('the') &&
    /^(?:side|party)$/.test(token.lemma.toLowerCase())
  );
}

/** Keys of the two sides that a token ('both sides') means, and whether a key is one of the article's main sides. */
export interface SideFinder {
  sidesAt(token: number): readonly string[] | null;
  isMain(key: string): boolean;
}

/**
 * Tells which two parties 'both sides' are: the two main ones that the sentence names, or the one before it, or the two
 * that the whole article is clearly about; null rather than a guess. `keyOf` gives the side that a token names, if any.
 */
export function sideFinder(document: Document, keyOf: (token: number) => string | undefined): SideFinder {
  const bySentence = new Map<number, Map<string, number>>();
  const weight = new Map<string, number>();
  for (const token of document.tokens) {
    const key = keyOf(token.index);
    if (key === undefined) continue;
    const keys = bySentence.get(token.sentence) ?? new Map<string, number>();
    if (!keys.has(key)) {
      keys.set(key, token.index);
      weight.set(key, (weight.get(key) ?? 0) + 1);
    }
    bySentence.set(token.sentence, keys);
  }
  const ranked = [...weight].sort((a, b) => b[1] - a[1]);
  const main = new Set(ranked.slice(0, 3).map(([key]) => key));
  const named = (sentence: number, but: Token | null) => {
    const keys = [...(bySentence.get(sentence) ?? [])].filter(
      ([key, token]) => main.has(key) && token !== but?.index,
    );
    return keys.length === 2 ? keys.map(([key]) => key) : null;
  };
  const [first, second, third] = ranked;
  const clear =
    first && second && second[1] >= LEAST_WEIGHT && (third?.[1] ?? 0) * 2 <= second[1]
      ? [first[0], second[0]]
      : null;
  const sidesAt = (index: number) => {
    const token = document.tokens[index] as Token;
    const speaker = relationOf(token) === 'nsubj' ? null : subjectOver(document, token);
    return named(token.sentence, speaker) ?? named(token.sentence - 1, null) ?? clear;
  };
  return { sidesAt, isMain: (key) => main.has(key) };
}

/** The subject of the verb that governs a phrase: 'Russia called on both sides' → Russia is none of them. */
function subjectOver(document: Document, token: Token): Token | null {
  let current: Token | undefined = token;
  for (let step = 0; step < 4 && current; step++) {
    const head: Token | undefined = current.head < 0 ? undefined : document.tokens[current.head];
    const subject = head ? childrenIn(document, head, 'nsubj')[0] : undefined;
    if (subject && subject.index !== token.index) return subject;
    current = head;
  }
  return null;
}
