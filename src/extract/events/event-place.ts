import type { Place, PloverType } from '../../model/index.ts';
import type { Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { childIn, childrenIn, prepositionOf, relationOf } from '../phrase.ts';
import { loosePhrases } from './clause.ts';
import type { EventLexicon } from './lexicon.ts';
import type { Trigger } from './triggers.ts';

const PLACE_MARKS = new Set([
  'in',
  'at',
  'near',
  'on',
  'outside',
  'along',
  'around',
  'to',
  'from',
  'towards',
  'toward',
  'close to',
  'into',
  'of',
  'through',
  'across',
]);
const NEAR_FRONT = 6;
const MOVING = new Set(['to', 'from', 'of', 'into']);
const MOST_WORDS = 40;
const PLAIN_MARKS = new Set(['in', 'near', 'at', 'outside', 'around']);

/** Where: a phrase of place at the trigger, its predicate, its object, or what the same doer did there; else at the head of the sentence. */
export function placeOf(context: ExtractionContext, lexicon: EventLexicon, trigger: Trigger): Place | null {
  const { document } = context;
  const { entry, token, predicate, kind } = trigger;
  const heads = [token, predicate];
  const patient = kind === 'verb' ? childIn(document, token, 'obj') : undefined;
  if (patient && !entry.speech) heads.push(patient);
  const struck = patient && ON_GROUND.has(entry.type) ? townOf(context, lexicon, patient) : null;
  if (struck) return struck;
  // 'hit a house in Varda, killing ten'
  const deed =
    entry.casualties && /ing$/.test(token.text) && relationOf(token) === 'advcl'
      ? document.tokens[token.head]
      : undefined;
  if (deed) heads.push(deed, ...childrenIn(document, deed, 'obj'));
  // 'An air strike on a school in Varda killed ten'
  const attack = entry.casualties ? childIn(document, predicate, 'nsubj') : undefined;
  if (attack && lexicon.nouns.has(attack.lemma)) {
    heads.push(attack);
    for (const target of childrenIn(document, attack, 'nmod'))
      if (/^(?:on|against)$/.test(prepositionOf(document, target))) heads.push(target);
  }
  // 'arrived and met the king in Varda', but 'captured a village and shelled a house in Varda'
  if (!ON_GROUND.has(entry.type))
    for (const other of childrenIn(document, predicate, 'conj'))
      if (other.upos === 'VERB' && !childIn(document, other, 'nsubj')) heads.push(other);
  let second: Place | null = null;
  for (const head of heads) {
    for (const phrase of loosePhrases(document, head)) {
      const preposition = prepositionOf(document, phrase);
      if (!PLACE_MARKS.has(preposition)) continue;
      if (entry.speech && !PLAIN_MARKS.has(preposition)) continue;
      if (MOVING.has(preposition) && head !== patient) continue;
      // 'the embassy of Norland' is not there
      const { geographic } = lexicon.words;
      if (preposition === 'of' && ![head, phrase].some(({ lemma }) => geographic.has(lemma.toLowerCase())))
        continue;
      const place = placeInside(context, lexicon, phrase);
      if (place && PLAIN_MARKS.has(preposition)) return place;
      second ??= place;
    }
  }
  if (second) return second;
  if (kind === 'reference') return null;
  const isSpoken = entry.speech && entry.type !== 'AGREE';
  return (isSpoken ? null : placeAfter(context, lexicon, trigger)) ?? placeInFront(context, lexicon, trigger);
}

/** Types whose object may be the place where they happen. */
const ON_GROUND = new Set<PloverType>(['ASSAULT', 'COERCE']);

/** 'bombed Varda', 'raided the village of Varda in the north of Norland': the town itself. */
function townOf(context: ExtractionContext, { words }: EventLexicon, patient: Token): Place | null {
  if (patient.upos === 'PROPN') {
    const place = context.placeOf(patient.index);
    return place && place.precision !== 'country' ? place : null;
  }
  if (!words.geographic.has(patient.lemma.toLowerCase())) return null;
  for (const phrase of childrenIn(context.document, patient, 'nmod')) {
    if (prepositionOf(context.document, phrase) !== 'of' || phrase.upos !== 'PROPN') continue;
    const place = context.placeOf(phrase.index);
    if (place) return place;
  }
  return null;
}

/** 'In New York the council met': the phrase that opens the sentence. */
function placeInFront(context: ExtractionContext, lexicon: EventLexicon, { token }: Trigger): Place | null {
  const { tokens, sentences } = context.document;
  const first = sentences[token.sentence]?.firstToken ?? token.index;
  if (!['In', 'At', 'Near', 'Outside'].includes(tokens[first]?.text ?? '')) return null;
  for (let at = first + 1; at < Math.min(first + NEAR_FRONT, token.index); at++) {
    const { upos, text } = tokens[at] as Token;
    if (upos === 'VERB' || upos === 'AUX' || text === ',') return null;
    if (upos !== 'PROPN' || lexicon.words.months.has(text.toLowerCase())) continue;
    return placeInside(context, lexicon, tokens[at] as Token);
  }
  return null;
}

/** 'took effect in Varda', 'began talks near Varda': the first plain phrase of place after the predicate, before anything else begins. */
function placeAfter(context: ExtractionContext, lexicon: EventLexicon, { predicate }: Trigger): Place | null {
  const { tokens } = context.document;
  const end = Math.min(tokens.length, predicate.index + MOST_WORDS);
  for (let index = predicate.index + 1; index < end; index++) {
    const { upos, text, sentence, deprel } = tokens[index] as Token;
    if (sentence !== predicate.sentence || upos === 'VERB' || upos === 'SCONJ' || deprel === 'mark')
      return null;
    if (text === ',' && tokens[index + 1]?.upos !== 'ADP') return null;
    if (!PLAIN_MARKS.has(text.toLowerCase())) continue;
    for (let at = index + 1; at < index + 5; at++) {
      const name = tokens[at];
      if (!name || name.sentence !== sentence || name.upos === 'VERB' || name.text === ',') break;
      // 'at the request of Norland', but 'in the town of Varda'
      if (name.text === 'of' && !lexicon.words.geographic.has(tokens[at - 1]?.lemma.toLowerCase() ?? ''))
        break;
      // "at Norland's request"
      const isOwner = /^['’]s?$/.test(tokens[at + 1]?.text ?? '');
      const place = name.upos === 'PROPN' && !isOwner ? context.placeOf(at) : null;
      if (place) return place;
    }
  }
  return null;
}

/** The phrase's own place, or that of a phrase below it: 'on the road near Varda', 'in the town of Qaim', but not 'at the request of Norland'. */
function placeInside(context: ExtractionContext, { words }: EventLexicon, phrase: Token): Place | null {
  const own = context.placeOf(phrase.index);
  if (own) return own;
  for (const inner of childrenIn(context.document, phrase, 'nmod', 'appos', 'flat', 'compound')) {
    const preposition = prepositionOf(context.document, inner);
    if (MOVING.has(preposition) && !words.geographic.has(phrase.lemma.toLowerCase())) continue;
    const place = context.placeOf(inner.index);
    if (place) return place;
  }
  return null;
}
