import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, hasFeature, prepositionOf, relationOf } from '../phrase.ts';
import type { ConditionEntry } from './lexicon.ts';
import type { ConditionWords } from './words.ts';
import type { Workshop } from './workshop.ts';

/** 'that has crippled the country since January': what a state has done as long as it stands. */
export const isPerfect = (document: Document, verb: Token): boolean =>
  /^(?:has|have|had)$/i.test(childIn(document, verb, 'aux')?.text ?? '');

/** 'are under way', 'in force', 'in effect', 'continue'. */
export function standsNow(
  document: Document,
  { underWay }: ConditionWords,
  entry: ConditionEntry,
  noun: Token,
): boolean {
  const head = noun.head >= 0 ? (document.tokens[noun.head] as Token) : null;
  if (!head || relationOf(noun) !== 'nsubj') return false;
  if (underWay.has(head.lemma) || (entry.kind === 'talks' && head.lemma === 'continue')) return true;
  return ['continue', 'hold'].includes(head.lemma) && !hasFeature(head, 'Tense=Past');
}

/** 'are in talks', 'have been in talks since May'. */
export const isSaidNow = (document: Document, noun: Token): boolean =>
  childrenIn(document, noun, 'cop', 'aux').some(({ text }) => /^(?:is|are|has|have)$/i.test(text));

/** 'have been holding talks', 'are holding talks'. */
export function isHeld(document: Document, verb: Token): boolean {
  return /^(?:holding|conducting)$/i.test(verb.text) && childIn(document, verb, 'aux') !== undefined;
}

/** The state is only named, but as one that there is: 'the blockade', 'an Israeli siege'; not 'a blockade', 'after the siege'. */
export function isThere({ context: { document }, words }: Workshop, noun: Token): boolean {
  if (words.past.has(prepositionOf(document, noun))) return false;
  return (
    isDefinite(document, noun) ||
    childIn(document, noun, 'nmod') !== undefined ||
    !childIn(document, noun, 'det')
  );
}

/** 'martial law', 'emergency rule'. */
const MASS = /^(?:law|rule)$/i;

export function isDefinite(document: Document, noun: Token): boolean {
  const determiner = childIn(document, noun, 'det');
  if (childrenIn(document, noun, 'nmod').some(({ deprel }) => deprel === 'nmod:poss')) return true;
  // 'a blockade that has kept the ships in port'
  if (childrenIn(document, noun, 'acl').some((verb) => childIn(document, verb, 'aux')?.lemma === 'have'))
    return true;
  if (!determiner && MASS.test(noun.lemma)) return true;
  return determiner ? /^(?:the|this|these|its|their|his|her)$/i.test(determiner.text) : /s$/.test(noun.text);
}
