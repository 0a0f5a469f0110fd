import type { Document, Sentence, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { datesOfSentence } from '../dates-of-sentence.ts';
import { agentOf, isPassive, phrasesWith, subjectOf } from '../events/clause.ts';
import type { EventLexicon } from '../events/lexicon.ts';
import { nominalBefore } from '../events/word-order.ts';
import { childIn, childrenIn, hasFeature, prepositionOf, relationOf } from '../phrase.ts';
import { antecedentBefore } from './antecedent.ts';
import { type ConditionDraft, draftOf } from './draft.ts';
import type { ConditionEntry } from './lexicon.ts';
import { sayingsOf } from './sayings.ts';
import { compoundOf } from './thing.ts';
import { dayBefore, startOf } from './time.ts';
import { isOneOf } from './verbs.ts';
import { type ConditionWords, endOfName } from './words.ts';
import type { Workshop } from './workshop.ts';

/** Prepositions behind the name of a state before what it is on. */
const ON = ['of', 'on', 'against', 'in', 'to', 'across'];
/** Prepositions before what it is on behind the verb that tells of it, and nouns that are places behind 'in'. */
const WHERE = ['on', 'against', 'in', 'across'];
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
]);
const UNDER = new Set(['under', 'beneath']);
const BEING = new Set([
  'be',
  'remain',
  'stay',
  'live',
  'come',
  'keep',
  'put',
  'place',
  'hold',
  'languish',
  'sit',
]);

/** A state by its name: 'the blockade of the port was lifted on Friday', 'The city has been under siege since May'. */
export function draftByNoun(workshop: Workshop, entry: ConditionEntry, noun: Token): ConditionDraft | null {
  const { context, lexicon, words } = workshop;
  const { document } = context;
  if (relationOf(noun) === 'compound' || isOfNoTown(document, lexicon, noun)) return null;
  if (entry.kind === 'detention') return heldDraft(workshop, entry, noun);
  const preposition = prepositionOf(document, noun);
  if (UNDER.has(preposition)) return entry.under ? underDraft(workshop, entry, noun) : null;
  if (
    !hasWith(document, entry, noun) ||
    childrenIn(document, noun, 'det').some(({ lemma }) => lemma === 'no')
  )
    return null;
  const head = noun.head >= 0 ? (document.tokens[noun.head] as Token) : null;
  const sayings = sayingsOf(document, words, noun);
  const main = sayings.find(({ isAside }) => !isAside);
  const of = (set: ReadonlySet<string>) => sayings.find(({ verb }) => isOneOf(document, verb, set));
  const endings = entry.kind === 'talks' ? words.halting : words.ending;
  const ended = [...sayings].find(
    ({ verb, isAside }) =>
      isOneOf(document, verb, endings) &&
      // who breaks a curfew or an embargo has not ended it
      !(entry.undoer && isOneOf(document, verb, words.breaching)) &&
      (!isAside || !/VerbForm=Inf/.test(verb.feats)),
  );
  const began = entry.kind === 'talks' ? undefined : of(words.beginning);
  const isTold =
    main !== undefined &&
    [words.lasting, words.keeping, words.beginning, endings, words.breaching].some((set) =>
      isOneOf(document, main.verb, set),
    );
  const isUnderWay =
    standsNow(document, words, entry, noun) ||
    (entry.kind === 'talks' && main?.isObject === true && isHeld(document, main.verb));
  const lasting = sayings.filter(
    ({ verb, isAside }) => isAside && (isOneOf(document, verb, words.lasting) || isPerfect(document, verb)),
  );
  const near = [...(isUnderWay && head ? [head] : []), ...lasting.map(({ verb }) => verb)];
  const dated = [noun, ...(isTold ? [main.verb] : []), ...near];
  const { since, days } = startOf(context, ...dated);
  if (entry.kind === 'talks' && !ended && !isUnderWay) return null;
  // 'one day after the ceasefire'
  const counted = entry.kind === 'ceasefire' && preposition === 'after' ? dayBefore(context, noun) : null;
  const isTimed = since !== null || days !== null || counted !== null;
  if (!isTold && !ended && !began && !isTimed && !isUnderWay && !(entry.named && isThere(workshop, noun)))
    return null;
  if (head && words.unreal.has(head.lemma) && relationOf(noun) === 'nmod') return null;
  // 'The siege of the town was no part of the deal'
  const isGiven = entry.named && !isTold && isDefinite(document, noun);
  const called = calledOn(workshop, noun);
  if (head?.lemma === 'call' && !called && !isDefinite(document, noun)) return null;
  const predicate = main?.verb ?? (head?.upos === 'VERB' ? head : noun);
  return draftOf(workshop, {
    entry,
    trigger: noun,
    predicate,
    patient:
      patientOf(workshop, entry, noun) ??
      called ??
      wayOf(workshop, entry, noun, [...(began ? [began.verb] : []), ...near]),
    by: doersOf(workshop, entry, noun, sayings),
    isState: true,
    counted,
    began: began && began !== ended ? began.verb : null,
    ended: ended?.verb ?? null,
    dated,
    isDefinite: isDefinite(document, noun),
    isGiven,
  });
}

/** What it is on: behind 'of', 'on', 'against', else the noun before it. Lengths ('a siege of four days') are no things. */
function patientOf(
  { context: { document }, words }: Workshop,
  entry: ConditionEntry,
  noun: Token,
): Token | null {
  const sentence = document.sentences[noun.sentence];
  if (!sentence) return null;
  const dates = datesOfSentence(document, sentence);
  const isTime = ({ index }: Token) =>
    dates.some(({ firstToken, endToken }) => firstToken <= index && index < endToken);
  const phrases = phrasesWith(document, noun, ON).filter(
    (phrase) =>
      !isTime(phrase) && !words.underWay.has(phrase.lemma) && phrase.index > endOfName(document, noun),
  );
  const [first] = ON.flatMap((word) => phrases.filter((phrase) => prepositionOf(document, phrase) === word));
  return first ?? (entry.before ? compoundOf(document, noun) : null);
}

/** 'has been in force in the town', 'imposed on the bank': what it is on, behind the verb. */
function wayOf(
  { context }: Workshop,
  entry: ConditionEntry,
  noun: Token,
  told: readonly Token[],
): Token | null {
  const { document } = context;
  const sentence = document.sentences[noun.sentence] as Sentence;
  const dates = datesOfSentence(document, sentence);
  for (const one of told)
    for (const phrase of phrasesWith(document, one, WHERE)) {
      if (
        phrase.index === noun.index ||
        dates.some(({ firstToken, endToken }) => firstToken <= phrase.index && phrase.index < endToken)
      )
        continue;
      const isPlace = entry.there && (context.placeOf(phrase.index) !== null || PLACES.has(phrase.lemma));
      if (prepositionOf(document, phrase) !== 'in' || isPlace) return phrase;
    }
  return null;
}

/** 'has been under what the United Nations calls a blockade'. */
function calledOn({ context: { document }, lexicon }: Workshop, noun: Token): Token | null {
  const call = document.tokens[noun.head];
  const what = call?.lemma === 'call' ? document.tokens[call.head] : undefined;
  const under = what && childIn(document, what, 'case');
  if (what?.text.toLowerCase() !== 'what' || !under || !UNDER.has(under.text.toLowerCase())) return null;
  return childIn(document, what, 'nsubj') ?? nominalBefore(document, lexicon, under);
}

/** Who keeps it up: 'by X', "X's blockade", 'the Norland blockade', and who began or keeps it; of a ceasefire those between whom it is. */
function doersOf(
  { context, words }: Workshop,
  entry: ConditionEntry,
  noun: Token,
  sayings: ReturnType<typeof sayingsOf>,
): string[] {
  const { document, actors } = context;
  const phrases = phrasesWith(document, noun, entry.kind === 'ceasefire' ? ['by', 'between'] : ['by']);
  const by = phrases.flatMap((phrase) => actors.actorsOf(phrase.index, { add: true, acts: true }));
  for (const { verb, isObject } of sayings) {
    const behind = document.tokens[verb.index + 1]?.text === 'by' ? agentsBehind(document, verb) : [];
    by.push(...behind.flatMap((agent) => actorsOf(context, agent)));
    if (!isObject || behind.length > 0) continue;
    const isDoing =
      isOneOf(document, verb, words.beginning) ||
      isOneOf(document, verb, words.keeping) ||
      (entry.undoer && isOneOf(document, verb, words.ending));
    const doer = !isDoing
      ? null
      : isPassive(document, verb)
        ? agentOf(document, verb)
        : doerOf(document, verb);
    if (doer?.index !== noun.index) by.push(...actorsOf(context, doer));
  }
  return [...by, ...ownersOf(context, noun)];
}

const agentsBehind = (document: Document, verb: Token): Token[] =>
  childrenIn(document, verb, 'obl', 'nmod').filter((one) => prepositionOf(document, one) === 'by');

/** 'the sanctions that they imposed': whoever is named before the verb, no pronoun that stands for the state. */
function doerOf(document: Document, verb: Token): Token | null {
  const own = childrenIn(document, verb, 'nsubj').find(({ text }) => !/^(?:that|which)$/i.test(text));
  return own ?? subjectOf(document, verb);
}

/** "Norland's blockade", 'the Norland embargo'. */
function ownersOf({ document, actors }: ExtractionContext, noun: Token): string[] {
  return childrenIn(document, noun, 'amod', 'nmod', 'compound')
    .filter(({ index, deprel }) => index < noun.index && deprel !== 'nmod')
    .map(({ index }) => actors.actorOf(index))
    .filter((id) => id !== null);
}

function actorsOf({ actors }: ExtractionContext, doer: Token | null): readonly string[] {
  return doer ? actors.actorsOf(doer.index, { add: true }) : [];
}

/** 'The town has been under siege since May', 'people under curfew': what it is on stands before. */
function underDraft(workshop: Workshop, entry: ConditionEntry, noun: Token): ConditionDraft | null {
  const { context } = workshop;
  const { document } = context;
  if (childrenIn(document, noun, 'det').some(({ lemma }) => lemma === 'the')) return null;
  const isPredicate = childIn(document, noun, 'cop') !== undefined;
  const head = noun.head >= 0 && !isPredicate ? (document.tokens[noun.head] as Token) : null;
  const isVerb = head?.upos === 'VERB';
  if (isVerb && !BEING.has(head.lemma)) return null;
  const object = isVerb && !isPassive(document, head) ? childIn(document, head, 'obj') : undefined;
  const subject =
    object ?? (isVerb ? subjectOf(document, head) : isPredicate ? subjectOfBeing(workshop, noun) : head);
  if (!subject || subject.upos === 'PRON') return null;
  const auxiliary = childIn(document, isVerb ? head : noun, 'aux', 'cop');
  if (auxiliary && isPast(auxiliary)) return null;
  return draftOf(workshop, {
    entry,
    trigger: noun,
    predicate: isVerb ? head : noun,
    patient: subject,
    by: [
      ...ownersOf(context, noun),
      ...phrasesWith(document, noun, ['by']).flatMap((phrase) => actorsOf(context, phrase)),
      ...(object && isVerb ? actorsOf(context, subjectOf(document, head)) : []),
    ],
    isState: true,
  });
}

/** What is said to be under or in something: by the tree, else the noun before it. */
function subjectOfBeing({ context: { document }, lexicon }: Workshop, noun: Token): Token | null {
  const own = childIn(document, noun, 'nsubj');
  const preposition = childIn(document, noun, 'case');
  return (
    antecedentBefore(document, own) ??
    (own ? subjectOf(document, noun) : null) ??
    (preposition ? nominalBefore(document, lexicon, preposition) : null)
  );
}

/** 'has been in prison since 2019', 'remain in custody': who is held, as the subject of what is said of the place. */
function heldDraft(workshop: Workshop, entry: ConditionEntry, place: Token): ConditionDraft | null {
  const { document } = workshop.context;
  const head = place.head >= 0 ? (document.tokens[place.head] as Token) : null;
  const isIn = ['in', 'behind', 'under'].includes(prepositionOf(document, place));
  const isKept = isIn && head?.upos === 'VERB' && BEING.has(head.lemma);
  const isPredicate = isIn && childIn(document, place, 'cop') !== undefined;
  const subject = isKept ? subjectOf(document, head) : isPredicate ? subjectOfBeing(workshop, place) : null;
  const auxiliary = childIn(document, isKept ? head : place, 'aux', 'cop');
  if (auxiliary && isPast(auxiliary)) return null;
  if (subject)
    return draftOf(workshop, {
      entry,
      trigger: place,
      predicate: isKept ? head : place,
      patient: subject,
      by: [],
      isState: true,
    });
  // 'in captivity since May', with nothing said of whom
  const { since, days } = startOf(workshop.context, place);
  if (entry.lasting || (since === null && days === null)) return null;
  return draftOf(workshop, { entry, trigger: place, predicate: place, patient: null, by: [], isState: true });
}

const isPast = ({ text }: Token): boolean => /^(?:was|were)$/i.test(text);

/** 'that has crippled the country since January': what a state has done as long as it stands. */
const isPerfect = (document: Document, verb: Token): boolean =>
  /^(?:has|have|had)$/i.test(childIn(document, verb, 'aux')?.text ?? '');

/** 'are under way', 'in force', 'in effect', 'continue'. */
function standsNow(
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

/** 'have been holding talks', 'are holding talks'. */
function isHeld(document: Document, verb: Token): boolean {
  return /^(?:holding|conducting)$/i.test(verb.text) && childIn(document, verb, 'aux') !== undefined;
}

/** The state is only named, but as one that there is: 'the blockade', 'an Israeli siege'; not 'a blockade', 'after the siege'. */
function isThere({ context: { document }, words }: Workshop, noun: Token): boolean {
  if (words.past.has(prepositionOf(document, noun))) return false;
  return (
    isDefinite(document, noun) ||
    childIn(document, noun, 'nmod') !== undefined ||
    !childIn(document, noun, 'det')
  );
}

function isDefinite(document: Document, noun: Token): boolean {
  const determiner = childIn(document, noun, 'det');
  if (childrenIn(document, noun, 'nmod').some(({ deprel }) => deprel === 'nmod:poss')) return true;
  // 'a blockade that has kept the ships in port'
  if (childrenIn(document, noun, 'acl').some((verb) => childIn(document, verb, 'aux')?.lemma === 'have'))
    return true;
  return determiner ? /^(?:the|this|these|its|their|his|her)$/i.test(determiner.text) : /s$/.test(noun.text);
}

function hasWith(document: Document, entry: ConditionEntry, noun: Token): boolean {
  if (entry.with.length === 0) return true;
  const near = childrenIn(document, noun, 'compound', 'amod', 'nmod');
  const words = near.flatMap((one) => [
    one,
    ...childrenIn(document, one, 'compound', 'amod', 'nmod', 'conj'),
  ]);
  return words.some(({ lemma }) => entry.with.includes(lemma.toLowerCase()));
}

/** 'laid siege to the goal', 'a film of the siege': no state of any town today. */
function isOfNoTown(document: Document, { words }: EventLexicon, noun: Token): boolean {
  const head = noun.head >= 0 ? (document.tokens[noun.head] as Token) : null;
  if (relationOf(noun) === 'nmod' && head !== null && words.depicting.has(head.lemma)) return true;
  const aims = [noun, ...(head?.upos === 'VERB' ? [head] : [])].flatMap((one) =>
    phrasesWith(document, one, ['to']),
  );
  return noun.lemma === 'siege' && aims.some(({ lemma }) => lemma === 'goal' || lemma === 'area');
}
