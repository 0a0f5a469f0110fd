import { boundsOfEdtf, daysBetween } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import { phrasesWith } from '../events/clause.ts';
import type { EventLexicon } from '../events/lexicon.ts';
import { childIn, childrenIn, hasFeature, prepositionOf, relationOf } from '../phrase.ts';
import type { ConditionEntry } from './lexicon.ts';
import { phrasesBehind } from './on-what.ts';
import type { Saying } from './sayings.ts';
import { dayOfVerb } from './time/day.ts';
import type { Workshop } from './workshop.ts';

/** 'conferred on imposing an embargo', 'instead of declaring a truce': an act that is thought of. */
export function isThoughtOf(document: Document, verb: Token): boolean {
  if (!/ing$/i.test(verb.text) || childIn(document, verb, 'aux')) return false;
  return /^(?:on|about|against|before|without|toward|towards|for|of|to)$/.test(prepositionOf(document, verb));
}

/** Days after which talks that began and are not said to go on may be over. */
const FRESH = 30;

/** 'Talks began on Friday': under way, where that was of late. */
export function openedNow({ context }: Workshop, saying: Saying | undefined): Saying | undefined {
  const { published } = context.article;
  if (!saying || !published || hasFeature(saying.verb, 'VerbForm=Inf')) return undefined;
  const day = dayOfVerb(context, saying.verb);
  const first = day && boundsOfEdtf(day).first;
  const age = first ? daysBetween(first, published) : null;
  return age !== null && age >= 0 && age <= FRESH ? saying : undefined;
}

/** 'the threat of a blockade', 'the anniversary of the start of the siege'. */
export function isBelowUnreal({ context: { document }, words }: Workshop, noun: Token): boolean {
  let at = noun;
  for (let step = 0; step < MOST_STEPS && relationOf(at) === 'nmod' && at.head >= 0; step++) {
    at = document.tokens[at.head] as Token;
    if (words.unreal.has(at.lemma)) return true;
  }
  return false;
}

const MOST_STEPS = 3;

export function hasWith(document: Document, entry: ConditionEntry, noun: Token): boolean {
  if (entry.with.length === 0) return true;
  const near = [
    ...childrenIn(document, noun, 'compound', 'amod', 'nmod'),
    ...phrasesBehind(document, noun, ['on', 'of']),
  ];
  const words = near.flatMap((one) => [
    one,
    ...childrenIn(document, one, 'compound', 'amod', 'nmod', 'conj'),
  ]);
  return words.some(({ lemma }) => entry.with.includes(lemma.toLowerCase()));
}

/** 'laid siege to the goal', 'a film of the siege': no state of any town today. */
export function isOfNoTown(document: Document, { words }: EventLexicon, noun: Token): boolean {
  const head = noun.head >= 0 ? (document.tokens[noun.head] as Token) : null;
  if (relationOf(noun) === 'nmod' && head !== null && words.depicting.has(head.lemma)) return true;
  const aims = [noun, ...(head?.upos === 'VERB' ? [head] : [])].flatMap((one) =>
    phrasesWith(document, one, ['to']),
  );
  return noun.lemma === 'siege' && aims.some(({ lemma }) => lemma === 'goal' || lemma === 'area');
}
