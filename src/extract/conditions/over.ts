import type { Edtf } from '../../model/index.ts';
import type { Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { isPassive } from '../events/clause.ts';
import { childIn, childrenIn, hasFeature, relationOf } from '../phrase.ts';
import { dayOfVerb } from './time/day.ts';
import { lasted } from './time/end.ts';
import { startOf } from './time/start.ts';
import { isOneOf } from './verbs.ts';
import type { Workshop } from './workshop.ts';

/** That a state is over by what the sentence says beside it, and on which day, where it says; null where it may still stand. */
export function overOn(
  workshop: Workshop,
  predicate: Token,
  trigger: Token,
): { readonly edtf: Edtf | null } | null {
  return (
    restoredOn(workshop, predicate) ??
    openedOn(workshop, predicate === trigger ? trigger : predicate) ??
    (isPast(workshop, predicate) && lasted(workshop.context, predicate) ? { edtf: null } : null) ??
    (isFinished(workshop.context, predicate) ? { edtf: null } : null)
  );
}

/** 'stopped on 13 December and came back on 16 December'. */
function restoredOn({ context, words }: Workshop, predicate: Token): { edtf: Edtf | null } | null {
  const { document } = context;
  for (const next of childrenIn(document, predicate, 'conj')) {
    if (!isOneOf(document, next, words.restoring)) continue;
    if (childIn(document, next, 'nsubj')) continue;
    if (childrenIn(document, next, 'aux').length > 0 && !isPassive(document, next)) continue;
    return { edtf: dayOfVerb(context, next) };
  }
  return null;
}

/** 'The road that was blocked for 286 days is open', 'Flights, suspended in 2019, resumed a year ago': what is told of the past beside its end. */
function openedOn({ context, words }: Workshop, predicate: Token): { edtf: Edtf | null } | null {
  const { document } = context;
  if (relationOf(predicate) !== 'acl' || predicate.head < 0) return null;
  const noun = document.tokens[predicate.head] as Token;
  const state = noun.head >= 0 ? (document.tokens[noun.head] as Token) : null;
  if (!state || !['nsubj', 'obj'].includes(relationOf(noun))) return null;
  const isOpen = state.lemma === 'open' || state.lemma === 'free';
  if (state.upos !== 'VERB') return isOpen || state.lemma === 'reopen' ? { edtf: null } : null;
  if (hasFeature(state, 'VerbForm=Inf') || (!isOpen && !isOneOf(document, state, words.restoring)))
    return null;
  if (
    childrenIn(document, state, 'aux').some(
      ({ upos, lemma }) => upos === 'AUX' && /^(?:will|would|may|might|could|can|should|must)$/.test(lemma),
    )
  )
    return null;
  return { edtf: dayOfVerb(context, state) };
}

/** Told in the past, of the past: 'was blocked', 'besieged'; not 'has been blocked'. */
function isPast({ context: { document } }: Workshop, predicate: Token): boolean {
  const auxiliary = childIn(document, predicate, 'aux') ?? predicate;
  return auxiliary !== predicate
    ? /^(?:was|were|had)$/i.test(auxiliary.text)
    : hasFeature(predicate, 'Tense=Past') && hasFeature(predicate, 'VerbForm=Fin');
}

/** 'had been closed for two months', 'had been in force since May': over when the story begins, where it is the article that says so. */
function isFinished(context: ExtractionContext, predicate: Token): boolean {
  const { document } = context;
  const auxiliaries = childrenIn(document, predicate, 'aux', 'cop').map(({ text }) => text.toLowerCase());
  const isLong = auxiliaries.includes('been') || startOf(context, predicate).since !== null;
  if (!auxiliaries.includes('had') || !isLong) return false;
  return context.attributionOf(predicate.index) === null;
}
