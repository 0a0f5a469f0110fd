import { hashText } from '../hashing.ts';
import type { WordView } from '../parsing/word-view.ts';
import type { KnownTags } from './known-tags.ts';
import type { PlainWords } from './plain-words.ts';
import { UPOS_CLASSES } from './upos.ts';

const hashes = (words: string): ReadonlySet<number> =>
  new Set(words.split(' ').map((word) => hashText(word)));

const ING = hashText('ing');
const SMALL = hashText('x');
const CAPITAL = hashText('X');
const HYPHEN = hashText('-');
const SHOT = hashText('shot');
const DEAD = hashText('dead');
const A = hashes('a an');
const TO = hashText('to');
const RELATIVE = hashes('which who');
const COMMA = hashText(',');
const JOINING = hashes('and or');
const DIGITS = hashText('0');
const BY = hashText('by');
const [DET, NUM, PRON, NOUN, PROPN, VERB, ADP, AUX] = [
  'DET',
  'NUM',
  'PRON',
  'NOUN',
  'PROPN',
  'VERB',
  'ADP',
  'AUX',
].map((tag) => UPOS_CLASSES.indexOf(tag as 'DET'));

/**
 * Is an English word a verb for the words beside it? The tagger, which sees no further than a few words, takes 'injuring' for a noun in
 * 'killing four and injuring eleven villagers', and 'broker' in 'a delegation to broker a truce'. A word in -ing behind a conjunction or a
 * comma, or a word behind 'to', with a determiner (or a number) right behind it, has an object. Nobody is 'a shot' who is shot dead.
 */
export function isPlainVerb(view: WordView, at: number, known: KnownTags, words: PlainWords): boolean {
  const { shape, lower, suffix3, length } = view;
  if (shape[at] !== SMALL || at + 2 >= length) return false;
  if (lower[at] === SHOT && lower[at + 1] === DEAD) return true;
  if (words.trading.has(lower[at] as number) && words.traded.has(lower[at + 1] as number)) return true;
  if (lower[at + 1] === TO && words.wanting.has(lower[at] as number)) return isNoPlural(view, at, words);
  const before = lower[at - 1] as number;
  // ', which hosts half a million people'
  if (RELATIVE.has(before) && lower[at - 2] === COMMA && words.openings.has(lower[at + 1] as number))
    return true;
  if (before === TO) return at > 2 && words.articles.has(lower[at + 1] as number);
  if (suffix3[at] !== ING || at < 3 || (before !== COMMA && !JOINING.has(before))) return false;
  if (shape[at + 1] === DIGITS || words.numbers.has(lower[at + 1] as number)) return true;
  const next = known.get(lower[at + 1] as number);
  return next?.every((tag) => tag === DET || tag === NUM || tag === PRON) === true;
}

/** What may stand before a noun in its phrase. */
const NOMINAL = new Set([DET, NOUN, PROPN, UPOS_CLASSES.indexOf('ADJ')]);

/** Words between an article and the noun that it belongs to, at most. */
const NOUN_WORDS = 7;

/** 'A joint delegation plans to travel': behind 'a', a plural is no noun of the same phrase; nor is it behind a name or those who plan. */
function isNoPlural({ lower, upos }: WordView, at: number, { bodies }: PlainWords): boolean {
  if (upos[at - 1] === PROPN || bodies.has(lower[at - 1] as number)) return true;
  if (upos[at - 1] !== NOUN) return false;
  for (let back = at - 1; back >= 1 && back > at - NOUN_WORDS; back--) {
    const tag = upos[back] as number;
    if (A.has(lower[back] as number)) return true;
    if (tag === VERB || tag === ADP || tag === DET || tag === AUX) return false;
  }
  return false;
}

/**
 * 'Shelling by the rebels killed ten': a deed with its doer behind it is a noun, unless somebody 'was shelling by' night; so is what two sides
 * 'trade', and 'the military' before a verb.
 */
export function isPlainNoun(
  { lower, upos, shape }: WordView,
  at: number,
  known: KnownTags,
  words: PlainWords,
): boolean {
  const { deeds, trading, traded, forces, measured, measures } = words;
  if (measures.has(lower[at] as number) && measured.has(lower[at - 1] as number)) return true;
  if (forces.has(lower[at] as number)) {
    const next = known.get(lower[at + 1] as number);
    return next?.some((tag) => tag === VERB || tag === AUX) === true && next.every((tag) => tag !== NOUN);
  }
  if (words.attacks.has(lower[at] as number) && words.behindAttacks.has(lower[at + 1] as number))
    return NOMINAL.has(upos[at - 1] as number);
  // the turn of 'a U-turn'
  if (at > 2 && lower[at - 1] === HYPHEN && shape[at - 2] === CAPITAL && shape[at] === SMALL) return true;
  if (traded.has(lower[at] as number) && trading.has(lower[at - 1] as number)) return true;
  return lower[at + 1] === BY && deeds.has(lower[at] as number) && upos[at - 1] !== AUX;
}
