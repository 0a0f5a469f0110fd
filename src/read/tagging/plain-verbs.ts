import { hashText } from '../hashing.ts';
import type { WordView } from '../parsing/word-view.ts';
import type { KnownTags } from './known-tags.ts';
import type { PlainWords } from './plain-words.ts';
import { UPOS_CLASSES } from './upos.ts';
import { KIND } from './word-kinds.ts';

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
const SINCE = hashText('since');
const HAVE = hashes('has have had');
const RELATIVE = hashes('which who');
const COMMA = hashText(',');
const JOINING = hashes('and or');
const DIGITS = hashText('0');
const BY = hashText('by');
const TITLE = hashText('Xx');
const OUT = hashText('out');
const STOP = hashText('.');
const POINTS = hashText('points');
const REPORTS = hashText('reports');
const [DET, NUM, PRON, NOUN, PROPN, VERB, ADP, AUX, ADV] = [
  'DET',
  'NUM',
  'PRON',
  'NOUN',
  'PROPN',
  'VERB',
  'ADP',
  'AUX',
  'ADV',
].map((tag) => UPOS_CLASSES.indexOf(tag as 'DET'));

/**
 * Is an English word a verb for the words beside it? The tagger, which sees no further than a few words, takes 'injuring' for a noun in
 * 'killing four and injuring eleven villagers', and 'broker' in 'a delegation to broker a truce'. A word in -ing behind a conjunction or a
 * comma, or a word behind 'to', with a determiner (or a number) right behind it, has an object. Nobody is 'a shot' who is shot dead.
 */
export function isPlainVerb(view: WordView, at: number, known: KnownTags, words: PlainWords): boolean {
  const { shape, lower, suffix3, length } = view;
  if (shape[at] !== SMALL) return false;
  if (closesClause(view, at, words)) return true;
  if (at + 2 >= length) return false;
  if (lower[at] === SHOT && lower[at + 1] === DEAD) return true;
  if (words.trading.has(lower[at] as number) && words.traded.has(lower[at + 1] as number)) return true;
  if (isHolding(view, at, words)) return true;
  if (lower[at + 1] === TO && words.wanting.has(lower[at] as number)) return isNoPlural(view, at, words);
  const before = lower[at - 1] as number;
  const next = lower[at + 1] as number;
  // ', which hosts half a million people'
  if (RELATIVE.has(before) && lower[at - 2] === COMMA && words.openings.has(next)) return true;
  // 'to open the road', 'to free dozens of workers'
  if (before === TO) return at > 2 && (words.articles.has(next) || words.numbers.has(next));
  if (suffix3[at] !== ING || at < 3 || (before !== COMMA && !JOINING.has(before))) return false;
  if (shape[at + 1] === DIGITS || words.numbers.has(next)) return true;
  return known.get(next)?.every((tag) => tag === DET || tag === NUM || tag === PRON) === true;
}

/** 'has since halted': not 'since' the preposition. */
export function isPlainAdverb({ lower, kinds }: WordView, at: number): boolean {
  return (
    lower[at] === SINCE &&
    HAVE.has(lower[at - 1] as number) &&
    ((kinds[at + 1] as number) & KIND.verbEd) !== 0
  );
}

/** 'Many fear the army', 'Orlin often questions the toll': behind those who hold something, and before what they hold. */
function isHolding({ shape, lower, upos, kinds, suffix3 }: WordView, at: number, words: PlainWords): boolean {
  const next = lower[at + 1] as number;
  const isGerund = suffix3[at + 1] === ING && shape[at + 1] === SMALL;
  if (!words.held.has(next) && shape[at + 1] !== TITLE && !isGerund) return false;
  if (words.holding.has(lower[at] as number)) {
    const before = kinds[at - 1] as number;
    const isPlural = upos[at - 1] === NOUN && (before & KIND.nouns) !== 0 && (before & KIND.noun) === 0;
    return isPlural || words.many.has(lower[at - 1] as number);
  }
  if (!words.holdings.has(lower[at] as number)) return false;
  return upos[upos[at - 1] === ADV ? at - 2 : at - 1] === PROPN;
}

/** Words between the comma and the verb that closes the clause, at most. */
const ASIDE_WORDS = 8;

/** '…, a poll shows.', '…, the Harbor Tribune reports.': what a paper or one who is named does behind a comma, at the end of a clause. */
function closesClause({ lower, upos }: WordView, at: number, words: PlainWords): boolean {
  const next = lower[at + 1] === OUT ? at + 2 : at + 1;
  if (lower[next] !== STOP && lower[next] !== COMMA) return false;
  const isPointing = next > at + 1 && lower[at] === POINTS;
  const shows = words.showing.has(lower[at] as number) && words.papers.has(lower[at - 1] as number);
  const tells = (isPointing || (next === at + 1 && lower[at] === REPORTS)) && upos[at - 1] === PROPN;
  if (!shows && !tells) return false;
  for (let back = at - 1; back > 1 && back >= at - ASIDE_WORDS; back--) {
    if (lower[back] === COMMA) return true;
    if (upos[back] === VERB || upos[back] === AUX) return false;
  }
  return false;
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
