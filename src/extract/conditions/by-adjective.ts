import type { Document, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { subjectOf } from '../events/clause.ts';
import { childIn, relationOf } from '../phrase.ts';
import { antecedentBefore } from './antecedent.ts';
import { type ConditionDraft, draftOf } from './draft.ts';
import { fitOf } from './fit.ts';
import type { ConditionEntry } from './lexicon.ts';
import { fitBefore, MOST_WORDS } from './patient.ts';
import { isOneOf } from './verbs.ts';
import type { Workshop } from './workshop.ts';

/** A state by an adjective, or by a participle behind 'remains', 'kept' and 'ordered': 'The road is closed', 'kept the road blocked'. */
export function draftByAdjective(
  workshop: Workshop,
  entry: ConditionEntry,
  word: Token,
): ConditionDraft | null {
  const { context, words } = workshop;
  const { document } = context;
  if (relationOf(word) === 'amod') return null;
  const before = verbBefore(document, word);
  const isRemaining =
    before !== null && isOneOf(document, before, words.remaining) && word.index - before.index <= 2;
  const isOrdered = before !== null && isOneOf(document, before, words.ordering);
  const holder = before !== null && (isOrdered || isOneOf(document, before, words.holding)) ? before : null;
  const held =
    holder && (heldBetween(context, entry, holder, word) ?? heldBefore(context, entry, holder, word));
  const isHeld = held !== null;
  if (word.upos === 'VERB' && entry.verbs.length > 0 && !isHeld && !isRemaining) return null;
  const predicate = isHeld || isRemaining ? (before as Token) : word;
  const subject = isHeld ? held : subjectOf(document, predicate);
  const patient =
    subject && fitOf(context, entry, subject)
      ? subject
      : isHeld
        ? null
        : fitBefore(workshop, entry, predicate);
  if (!patient) return null;
  const doer = isHeld ? subjectOf(document, predicate) : null;
  return draftOf(workshop, {
    entry,
    trigger: word,
    predicate,
    patient,
    by: doer ? context.actors.actorsOf(doer.index, { add: true }) : [],
    isState: true,
    began: isOrdered && isHeld ? word : null,
  });
}

/** 'the border, *which* the king ordered closed'. */
function heldBefore(
  context: ExtractionContext,
  entry: ConditionEntry,
  holder: Token,
  word: Token,
): Token | null {
  if (word.index !== holder.index + 1) return null;
  const noun = antecedentBefore(context.document, childIn(context.document, holder, 'obj'));
  return noun && fitOf(context, entry, noun) ? noun : null;
}

/** The verb before a word in its clause; null where there is none. */
function verbBefore({ tokens }: Document, word: Token): Token | null {
  for (let index = word.index - 1; index > word.index - MOST_WORDS; index--) {
    const token = tokens[index];
    if (token?.sentence !== word.sentence || /^[,;:]$/.test(token.text)) return null;
    if (token.upos === 'VERB' && relationOf(token) !== 'amod') return token;
  }
  return null;
}

/** 'kept *the road to the port* blocked': what the entry asks for, between a verb of holding and the state. */
function heldBetween(
  context: ExtractionContext,
  entry: ConditionEntry,
  holder: Token,
  word: Token,
): Token | null {
  const between = context.document.tokens.slice(holder.index + 1, word.index);
  // 'leaves open how long the port will be shut'
  if (between.some(({ upos }) => upos === 'AUX')) return null;
  for (const token of between) {
    if (
      /^(?:NOUN|PROPN)$/.test(token.upos) &&
      relationOf(token) !== 'compound' &&
      fitOf(context, entry, token)
    )
      return token;
  }
  return null;
}
