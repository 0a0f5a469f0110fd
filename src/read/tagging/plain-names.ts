import { hashText } from '../hashing.ts';
import type { WordView } from '../parsing/word-view.ts';
import type { PlainWords } from './plain-words.ts';
import { PROPN_CLASS, UPOS_CLASSES } from './upos.ts';
import { KIND, SIDE } from './word-kinds.ts';

const HYPHEN = hashText('-');
const SMALL = hashText('x');
const CAPITALISED = new Set(['Xx', 'X', '^Xx', '^X'].map((shape) => hashText(shape)));
/** Tags of words that no text adds to. */
const CLOSED = new Set(
  (['ADP', 'AUX', 'CCONJ', 'DET', 'PART', 'PRON', 'PUNCT', 'SCONJ', 'SYM'] as const).map((tag) =>
    UPOS_CLASSES.indexOf(tag),
  ),
);
const OPEN = UPOS_CLASSES.map((_, tag) => tag).filter((tag) => tag > 0 && !CLOSED.has(tag));
const VERB = UPOS_CLASSES.indexOf('VERB');
const OPEN_BUT_VERBS = OPEN.filter((tag) => tag !== VERB);

/** 'Mocimboa [da] Praia': a small word between two with a capital. */
export function isNameParticle({ shape, lower }: WordView, at: number, { particles }: PlainWords): boolean {
  return (
    at > 1 &&
    shape[at] === SMALL &&
    particles.has(lower[at] as number) &&
    CAPITALISED.has(shape[at - 1] as number) &&
    CAPITALISED.has(shape[at + 1] as number)
  );
}

/** Tags of what no dictionary knows and is written with a capital. */
const NAMES = [UPOS_CLASSES.indexOf('ADJ'), PROPN_CLASS].sort((a, b) => a - b);

const withoutNames = new Map<readonly number[], readonly number[]>();

/** 'Kim Jong-[un]': the second part of a given name behind a family name; 'Waker-[uz]-Zaman': the article in one. */
export function isNameSyllable({ shape, lower }: WordView, at: number, words: PlainWords): boolean {
  const { syllables, nameArticles } = words;
  if (nameArticles.has(lower[at] as number))
    return at > 2 && [at - 1, at + 1].every((beside) => lower[beside] === HYPHEN);
  return (
    at > 3 &&
    shape[at] === SMALL &&
    lower[at - 1] === HYPHEN &&
    syllables.has(lower[at] as number) &&
    CAPITALISED.has(shape[at - 2] as number) &&
    CAPITALISED.has(shape[at - 3] as number)
  );
}

/** 'Rival militias clashed': what is mostly a noun, or stands before a plural and is as often a noun, opens no sentence as a verb. */
function opensNoun(kind: number, next: number): boolean {
  const side = kind & SIDE.both;
  const isPlural = (next & (KIND.noun | KIND.nouns)) === KIND.nouns;
  return side === SIDE.noun || (side === SIDE.both && isPlural);
}

/**
 * What letters tell of the tags that a word may have: an unknown one with a capital is no auxiliary, preposition or other word of a closed class
 * ('Pretoria accused Kigali'), a common one in small letters is no name ('Minister Jan Weber met Prime Minister Ali').
 */
export function tagsByLetters(
  { shape, lower, kinds }: WordView,
  at: number,
  known: readonly number[] | undefined,
  isHeadline: boolean,
): readonly number[] | undefined {
  if (known === undefined && !CAPITALISED.has(shape[at] as number)) return undefined;
  // Where capitals mean names, a word that nobody knows is no verb behind the first
  if (known === undefined) {
    if (at === 1 && opensNoun(kinds[at] as number, kinds[at + 1] as number)) return OPEN_BUT_VERBS;
    if (at === 1 || isHeadline) return OPEN;
    const kind = kinds[at] as number;
    return (kind === 0 || kind & KIND.name) && lower[at - 1] !== HYPHEN ? NAMES : OPEN_BUT_VERBS;
  }
  if (shape[at] !== SMALL || known.length < 2 || lower[at - 1] === HYPHEN || lower[at + 1] === HYPHEN)
    return known;
  // Whoever begins a sentence with a small letter writes names so too
  if (!CAPITALISED.has(shape[1] as number)) return known;
  let rest = withoutNames.get(known);
  if (!rest) {
    const others = known.filter((tag) => tag !== PROPN_CLASS);
    rest = others.length > 0 && others.length < known.length ? others : known;
    withoutNames.set(known, rest);
  }
  return rest;
}
