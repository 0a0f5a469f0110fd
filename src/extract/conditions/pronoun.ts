import type { Document, Sentence, Token } from '../../read/index.ts';
import { isPassive, phrasesWith } from '../events/clause.ts';
import { childIn, hasFeature, relationOf } from '../phrase.ts';
import { type ConditionDraft, draftOf } from './draft.ts';
import { conditionLexiconOf, entriesOfKind } from './lexicon.ts';
import { isAmong, isOneOf } from './verbs.ts';
import type { Workshop } from './workshop.ts';

/** Sentences between a state and a pronoun that stands for it, at most. */
export const MOST_SENTENCES = 2;

/**
 * What a sentence says of a state told just before by a word that stands for it: 'It was lifted on Saturday', 'The measure was
 * extended', 'They were released'. `told`: what was told up to this sentence and in it, the latest last.
 */
export function draftsByPronoun(
  workshop: Workshop,
  sentence: Sentence,
  told: readonly ConditionDraft[],
): (readonly [of: ConditionDraft, draft: ConditionDraft])[] {
  const { tokens } = workshop.context.document;
  const found: (readonly [ConditionDraft, ConditionDraft])[] = [];
  for (let index = sentence.firstToken; index < sentence.endToken; index++) {
    const word = tokens[index] as Token;
    if (!isStandIn(workshop, word)) continue;
    const of = told.findLast(
      (one) =>
        one.trigger.index < index &&
        word.sentence - one.trigger.sentence <= MOST_SENTENCES &&
        canStandFor(workshop, word, one),
    );
    const draft = of && draftBy(workshop, word, of);
    if (of && draft) found.push([of, draft]);
  }
  return found;
}

const PEOPLE = /^(?:he|she|him|her|they|them)$/i;
const THINGS = /^(?:it|they|them)$/i;

function isStandIn({ context: { document }, words }: Workshop, { index, upos, text, lemma }: Token): boolean {
  if (upos === 'PRON') return PEOPLE.test(text) || THINGS.test(text);
  if (upos !== 'NOUN' || !words.measures.has(lemma)) return false;
  return /^(?:the|this|these|those)$/i.test(document.tokens[index - 1]?.text ?? '');
}

/** Kinds that somebody orders: a measure. */
const ORDERED: ReadonlySet<string> = new Set(['closure', 'sanction', 'outage', 'emergency', 'blockade']);

/** Number, and people for people. */
function canStandFor(workshop: Workshop, word: Token, told: ConditionDraft): boolean {
  const { actors } = workshop.context;
  if (word.upos === 'NOUN') return ORDERED.has(told.kind);
  const isPlural = /^(?:they|them)$/i.test(word.text);
  const actor = actors.actorOf(word.index);
  if (told.kind === 'detention') {
    if (!PEOPLE.test(word.text) || !told.head) return false;
    if (actor !== null && told.on !== null) return actor === told.on;
    return isMany(told.head) === isPlural;
  }
  if (!THINGS.test(word.text) || (actor !== null && !isDoneTo(workshop, word))) return false;
  return isMany(told.trigger.upos === 'NOUN' ? told.trigger : (told.head ?? told.trigger)) === isPlural;
}

/** 'It was declared', 'extended it': nobody, whatever a chain makes of it. */
function isDoneTo({ context: { document } }: Workshop, word: Token): boolean {
  const verb = word.head >= 0 ? (document.tokens[word.head] as Token) : null;
  return relationOf(word) === 'obj' || (verb?.upos === 'VERB' && isPassive(document, verb));
}

/** 'It was lifted in the north': not everywhere. */
const isPartial = (document: Document, verb: Token): boolean =>
  phrasesWith(document, verb, ['in', 'for', 'along']).some(
    ({ upos, lemma }) =>
      (upos === 'NOUN' && !TIMES.test(lemma)) || (upos === 'PROPN' && !/day$/i.test(lemma)),
  );

const TIMES =
  /^(?:morning|afternoon|evening|night|day|week|month|year|time|hour|summer|winter|spring|autumn|fall)$/i;

const isMany = (noun: Token): boolean =>
  hasFeature(noun, 'Number=Plur') ||
  (noun.children.length > 0 && /^(?:sanctions|talks|negotiations)$/i.test(noun.text));

function draftBy(workshop: Workshop, word: Token, of: ConditionDraft): ConditionDraft | null {
  const { context, words } = workshop;
  const { document } = context;
  const verb = word.head >= 0 ? (document.tokens[word.head] as Token) : null;
  if (verb?.upos !== 'VERB') return null;
  const relation = relationOf(word);
  const isObject = relation === 'obj' || (relation === 'nsubj' && isPassive(document, verb));
  if (!isObject && (relation !== 'nsubj' || hasOtherObject(workshop, verb))) return null;
  const entries = entriesOfKind(conditionLexiconOf(document.language) ?? [], of.kind);
  const [entry] = entries;
  if (!entry) return null;
  const endings = of.kind === 'talks' ? words.halting : words.ending;
  const isNamed = of.trigger.upos === 'NOUN' || word.upos === 'NOUN';
  const isEnds =
    entries.some(({ ends }) => isAmong(document, verb, ends)) ||
    (isNamed && of.kind !== 'detention'
      ? isOneOf(document, verb, endings)
      : isObject && isOneOf(document, verb, words.restoring));
  const isEnd = isEnds && !(isNamed && isPartial(document, verb));
  const isStart = isObject
    ? isOneOf(document, verb, words.imposing)
    : isOneOf(document, verb, words.takingEffect);
  const isLasting =
    isNamed &&
    (isOneOf(document, verb, words.prolonging) || (!isObject && isOneOf(document, verb, words.lasting)));
  if (!isEnd && !isStart && !isLasting) return null;
  const draft = draftOf(workshop, {
    entry,
    trigger: word,
    predicate: verb,
    patient: null,
    by: [],
    isState: true,
    began: isStart ? verb : null,
    ended: isEnd ? verb : null,
    isUndone: isEnd,
    isDefinite: true,
  });
  return draft && draft.status !== 'disputed' ? { ...draft, head: of.head } : null;
}

/** Something else that the verb is done to; 'took effect', 'came into force' have none. */
function hasOtherObject({ context: { document } }: Workshop, verb: Token): boolean {
  const object = childIn(document, verb, 'obj', 'ccomp', 'xcomp');
  return object !== undefined && !/^(?:effect|force|hold)$/i.test(object.text);
}
