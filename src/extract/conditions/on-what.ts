import type { Document, Sentence, Token } from '../../read/index.ts';
import { datesOfSentence } from '../dates-of-sentence.ts';
import { phrasesWith } from '../events/clause.ts';
import { nominalBefore } from '../events/word-order.ts';
import { childIn, prepositionOf, relationOf } from '../phrase.ts';
import type { ConditionEntry } from './lexicon.ts';
import { compoundOf } from './thing.ts';
import { UNDER } from './under.ts';
import { endOfName } from './words.ts';
import type { Workshop } from './workshop.ts';

/** Prepositions behind the name of a state before what it is on. */
const ON = ['of', 'on', 'against', 'in', 'to', 'across', 'along', 'throughout'];
/** 'from dusk to dawn'. */
const HOURS = /^(?:dawn|dusk|midnight|noon|sunrise|sunset|evening|morning)$/i;
/** Prepositions before what it is on behind the verb that tells of it, and nouns that are places behind 'in'. */
const WHERE = ['on', 'against', 'in', 'across', 'along', 'throughout', 'around'];

const PLACES = new Set([
  'town',
  'city',
  'region',
  'province',
  'capital',
  'district',
  'area',
  'valley',
  'country',
  'state',
  'village',
  'port',
  'north',
  'south',
  'east',
  'west',
  'border',
  'zone',
  'suburb',
  'neighborhood',
  'island',
  'camp',
  'county',
]);

/** What it is on: behind 'of', 'on', 'against', else the noun before it. Lengths ('a siege of four days') are no things. */
export function patientOf(
  { context: { document }, words }: Workshop,
  entry: ConditionEntry,
  noun: Token,
): Token | null {
  const phrases = phrasesBehind(document, noun, ON).filter(
    (phrase) =>
      !isDate(document, phrase) &&
      !HOURS.test(phrase.lemma) &&
      !words.underWay.has(phrase.lemma) &&
      phrase.index > endOfName(document, noun),
  );
  const [first] = ON.flatMap((word) => phrases.filter((phrase) => prepositionOf(document, phrase) === word));
  return first ?? (entry.before ? compoundOf(document, noun) : null);
}

/** The phrases of a name, and the one right behind it where the tree hangs it on the verb: 'will keep its ban *on entry*'. */
export function phrasesBehind(document: Document, noun: Token, prepositions: readonly string[]): Token[] {
  const head = noun.head >= 0 ? document.tokens[noun.head] : undefined;
  const end = endOfName(document, noun);
  const own = phrasesWith(document, noun, prepositions);
  if (own.length > 0 || head?.upos !== 'VERB' || relationOf(noun) !== 'obj') return own;
  return phrasesWith(document, head, prepositions).filter(
    (phrase) => childIn(document, phrase, 'case')?.index === end + 1,
  );
}

/** Is a phrase one of time: 'on Friday'? */
export function isDate(document: Document, { index, sentence }: Token): boolean {
  const dates = datesOfSentence(document, document.sentences[sentence] as Sentence);
  return dates.some(({ firstToken, endToken }) => firstToken <= index && index < endToken);
}

/** 'has been in force in the town', 'imposed on the bank': what it is on, behind the verb. */
export function wayOf(
  { context }: Workshop,
  entry: ConditionEntry,
  noun: Token,
  told: readonly Token[],
): Token | null {
  const { document } = context;
  // 'laid siege to the town'
  for (const one of told)
    for (const phrase of phrasesWith(document, one, noun.lemma === 'siege' ? ['to'] : WHERE)) {
      if (phrase.index === noun.index || isDate(document, phrase)) continue;
      const counted = phrase.upos === 'NUM' ? phrasesWith(document, phrase, ['of']) : [];
      const isPlace =
        entry.there &&
        [phrase, ...counted].some((one) => context.placeOf(one.index) !== null || PLACES.has(one.lemma));
      if (/^(?:on|against|across|to)$/.test(prepositionOf(document, phrase)) || isPlace) return phrase;
    }
  return null;
}

/** 'has been under what the United Nations calls a blockade'. */
export function calledOn({ context: { document }, lexicon }: Workshop, noun: Token): Token | null {
  const call = document.tokens[noun.head];
  const what = call?.lemma === 'call' ? document.tokens[call.head] : undefined;
  const under = what && childIn(document, what, 'case');
  if (what?.text.toLowerCase() !== 'what' || !under || !UNDER.has(under.text.toLowerCase())) return null;
  return childIn(document, what, 'nsubj') ?? nominalBefore(document, lexicon, under);
}
