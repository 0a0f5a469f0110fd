import { hashText } from '../hashing.ts';
import { type LinearTable, type StoredTable, scorerOf } from '../linear-table.ts';
import type { WordView } from '../parsing/word-view.ts';
import type { KnownTags } from './known-tags.ts';
import { giveVerbs } from './missing-verb.ts';
import { isNameParticle, isNameSyllable, tagsByLetters } from './plain-names.ts';
import { isPlainAdverb, isPlainNoun, isPlainVerb } from './plain-verbs.ts';
import type { PlainWords } from './plain-words.ts';
import { AUX_CLASS, featsFeatures, tagFeatures } from './tag-features.ts';
import { PROPN_CLASS, UPOS_CLASSES } from './upos.ts';
import { KIND } from './word-kinds.ts';

export interface TaggerTables<Table extends LinearTable | StoredTable = LinearTable | StoredTable> {
  readonly upos: Table;
  readonly feats: Table;
  /** Tags that common words may have. */
  readonly knownTags?: KnownTags;
  /** Lists by which the tag of some words is plain, where the language has them; they go by the known tags as well. */
  readonly plainWords?: PlainWords;
  /** For each UPOS class the classes of features that were seen with it. */
  readonly featsOf: readonly (readonly number[])[];
}

/** All but class 0, which stands for none. */
const ALL_TAGS = UPOS_CLASSES.map((_, tag) => tag).slice(1);

const CAPITALISED = hashText('Xx');
const SMALL = hashText('x');
const THAT = hashText('that');
const S = hashText('s');
const VERB = UPOS_CLASSES.indexOf('VERB');
const NOUN = UPOS_CLASSES.indexOf('NOUN');
const ADV = UPOS_CLASSES.indexOf('ADV');
const VERBS = new Set([VERB, UPOS_CLASSES.indexOf('AUX')]);
const withoutVerbs = new Map<readonly number[], readonly number[]>();

/** Fills in `view.upos`, left to right, then `view.feats`. */
export function tag(view: WordView, tables: TaggerTables): void {
  const upos = scorerOf(tables.upos);
  // While tags are learned, nothing stands in their way.
  const isHeadline = tables.knownTags === undefined || hasCapitalsThroughout(view);
  for (let at = 1; at < view.length; at++) {
    const learned = tables.knownTags?.get(view.lower[at] as number);
    const plain = plainTag(view, at, tables, learned);
    if (plain > 0) {
      view.upos[at] = plain;
      continue;
    }
    const known = (tables.plainWords ? tagsByLetters(view, at, learned, isHeadline) : learned) ?? ALL_TAGS;
    const allowed = tables.plainWords ? amongWords(view, at, known, isHeadline) : known;
    if (allowed.length === 1) {
      view.upos[at] = allowed[0] as number;
      continue;
    }
    upos.score(tagFeatures(view, at, upos), allowed);
    view.upos[at] = upos.best(allowed);
  }
  if (tables.knownTags && 'kernel' in tables.upos) giveVerbs(view, tables.upos, tables.knownTags);
  const feats = scorerOf(tables.feats);
  for (let at = 1; at < view.length; at++) {
    const allowed = tables.featsOf[view.upos[at] as number] ?? [];
    if (allowed.length <= 1) {
      view.feats[at] = allowed[0] ?? 0;
      continue;
    }
    feats.score(featsFeatures(view, at, feats), allowed);
    view.feats[at] = feats.best(allowed);
  }
}

/** The tag that the words beside a word leave no doubt of; 0 where they do. */
function plainTag(
  view: WordView,
  at: number,
  { knownTags, plainWords }: TaggerTables,
  learned: readonly number[] | undefined,
): number {
  if (!knownTags || !plainWords) return 0;
  if (mayBeVerb(learned) && isPlainVerb(view, at, knownTags, plainWords)) return VERB;
  if (isPlainNoun(view, at, knownTags, plainWords)) return NOUN;
  if (isPlainAdverb(view, at)) return ADV;
  return isNameSyllable(view, at, plainWords) || isNameParticle(view, at, plainWords) ? PROPN_CLASS : 0;
}

function mayBeVerb(tags: readonly number[] | undefined): boolean {
  return tags === undefined || ((tags.includes(VERB) || tags.includes(NOUN)) && !tags.includes(AUX_CLASS));
}

/** The tags that the words beside a word leave open. */
function amongWords(
  view: WordView,
  at: number,
  known: readonly number[],
  isHeadline: boolean,
): readonly number[] {
  if (isNoDeterminer(view, at)) return CLAUSE_TAGS;
  return !isHeadline && isInsideName(view, at) ? notVerbs(known) : known;
}

/** Tags of 'that' where it stands before no noun of its own. */
const CLAUSE_TAGS = ['SCONJ', 'PRON'].map((tag) => UPOS_CLASSES.indexOf(tag as 'PRON')).sort((a, b) => a - b);

/** 'that Armenia', 'that food stocks': before a name or a plural, 'that' is no determiner. */
function isNoDeterminer({ lower, shape, kinds, suffix1, length }: WordView, at: number): boolean {
  if (lower[at] !== THAT || at + 2 >= length) return false;
  if (shape[at + 1] === CAPITALISED) return true;
  const [next, second] = [kinds[at + 1] as number, kinds[at + 2] as number];
  const isPlural = (kind: number, place: number) =>
    (kind & KIND.nouns) !== 0 && ((kind & KIND.noun) === 0 || suffix1[place] === S);
  return isPlural(next, at + 1) || ((next & (KIND.noun | KIND.adjective)) !== 0 && isPlural(second, at + 2));
}

/** 'Watch' of 'Human Rights Watch': a word with a capital behind another one is no verb. */
function isInsideName({ shape }: WordView, at: number): boolean {
  return at > 1 && shape[at] === CAPITALISED && shape[at - 1] === CAPITALISED;
}

/** As many words with a capital as without: a headline, where capitals tell nothing. */
function hasCapitalsThroughout({ shape, length }: WordView): boolean {
  let capitalised = 0;
  let small = 0;
  for (let at = 2; at < length; at++) {
    if (shape[at] === CAPITALISED) capitalised++;
    else if (shape[at] === SMALL) small++;
  }
  return capitalised >= small;
}

function notVerbs(tags: readonly number[]): readonly number[] {
  let rest = withoutVerbs.get(tags);
  if (!rest) {
    const others = tags.filter((one) => !VERBS.has(one));
    rest = others.length > 0 ? others : tags;
    withoutVerbs.set(tags, rest);
  }
  return rest;
}
