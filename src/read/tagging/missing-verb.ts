import { hashText } from '../hashing.ts';
import { type StoredTable, scorerOf } from '../linear-table.ts';
import type { WordView } from '../parsing/word-view.ts';
import type { KnownTags } from './known-tags.ts';
import { tagFeatures } from './tag-features.ts';
import { UPOS_CLASSES } from './upos.ts';
import { KIND } from './word-kinds.ts';

const [NOUN, PROPN, PRON, ADV, VERB, AUX, PUNCT, NUM, SCONJ] = [
  'NOUN',
  'PROPN',
  'PRON',
  'ADV',
  'VERB',
  'AUX',
  'PUNCT',
  'NUM',
  'SCONJ',
].map((tag) => UPOS_CLASSES.indexOf(tag as 'NOUN')) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
const STOP = hashText('.');
const SMALL = hashText('x');
const ADDRESS = hashText('@');
const THAT = hashText('that');
/** Shorter ones are titles and exclamations; longer ones without a verb are lists. */
const LEAST_WORDS = 4;
const MOST_WORDS = 30;
/** By how much a verb that nothing follows must come nearer. */
const LAST = 20_000;
/** Words of a clause, 'that' among them, at least. */
const LEAST_CLAUSE = 3;
/** How much better another tag may score than that of a verb, in a sentence with a stop and in one without, which may be a title. */
const NARROW = 60_000;
const NARROWER = 16_000;

/**
 * A sentence in which the tagger found no verb ('Residents fear new cuts.'), and a clause with 'that' in which it found none ('say that residents
 * fear arrest'): the word that agrees with a noun before it and comes nearest to being one becomes its verb. Changes `view.upos`.
 */
export function giveVerbs(view: WordView, table: StoredTable, known: KnownTags): void {
  const { upos, lower, length } = view;
  if (length - 1 >= LEAST_WORDS && length - 1 <= MOST_WORDS && !hasVerb(view, 1, length))
    giveVerb(view, table, known, [1, length], lower[length - 1] === STOP ? NARROW : NARROWER);
  for (let at = 1; at < length; at++) {
    if (lower[at] !== THAT || (upos[at] !== SCONJ && (upos[at] !== PRON || upos[at - 1] !== VERB))) continue;
    let end = at + 1;
    while (end < length && upos[end] !== PUNCT) end++;
    if (end - at > LEAST_CLAUSE && end - at <= MOST_WORDS && !hasVerb(view, at + 1, end))
      giveVerb(view, table, known, [at + 1, end], NARROW);
  }
}

/** Counts an address as a verb: no sentence is meant then. */
function hasVerb({ upos, lower }: WordView, first: number, end: number): boolean {
  for (let at = first; at < end; at++)
    if (upos[at] === VERB || upos[at] === AUX || lower[at] === ADDRESS) return true;
  return false;
}

function giveVerb(
  view: WordView,
  table: StoredTable,
  known: KnownTags,
  [first, end]: readonly [number, number],
  narrow: number,
): void {
  const { upos, lower } = view;
  const scorer = scorerOf(table);
  let [best, least] = [0, narrow];
  for (let at = first + 1; at < end; at++) {
    if (!agrees(view, at, first) || known.get(lower[at] as number)?.includes(VERB) === false) continue;
    scorer.score(tagFeatures(view, at, scorer));
    const score = (tag: number) => scorer.scores[table.columns?.[tag] ?? tag] as number;
    // A verb that nothing follows is rarer
    const last = upos[at + 1] === PUNCT || at + 1 === end ? LAST : 0;
    const margin = score(upos[at] as number) - score(VERB) + last;
    if (margin < least) [best, least] = [at, margin];
  }
  if (best > 0) upos[best] = VERB;
}

/** Can the word be the verb of what stands before it: 'report highlights', 'papers in the north raise', 'Norland, Sudria trade'? */
function agrees({ upos, kinds, shape }: WordView, at: number, first: number): boolean {
  const kind = kinds[at] as number;
  if (shape[at] !== SMALL || upos[at] !== NOUN || (upos[at + 1] === PUNCT && first === 1)) return false;
  if (!(kind & (KIND.verb | KIND.verbS))) return false;
  let place = at - 1;
  while (place > first && upos[place] === ADV) place--;
  const before = upos[place] as number;
  if (before !== NOUN && before !== PROPN && before !== PRON && before !== NUM) return false;
  if (kind & KIND.verbS && !(kind & KIND.verb))
    return before === PROPN || (before === NOUN && ((kinds[place] as number) & KIND.nouns) === 0);
  if (before === PRON) return true;
  let names = 0;
  for (let back = place; back >= first; back--) {
    if (upos[back] === NOUN && (kinds[back] as number) & KIND.nouns) return true;
    if (upos[back] === PROPN && upos[back - 1] !== PROPN) names++;
  }
  return names > 1;
}
