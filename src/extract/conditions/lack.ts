import type { Token } from '../../read/index.ts';
import { subjectOf } from '../events/clause.ts';
import { childIn, childrenIn, prepositionOf, relationOf } from '../phrase.ts';
import { type ConditionDraft, draftOf } from './draft.ts';
import type { ConditionEntry } from './lexicon.ts';
import type { Workshop } from './workshop.ts';

/** 'The house has had no electricity since 2 August', 'The city has been without water for a week': what is missing is an outage of it. */
export function draftByLack(workshop: Workshop, entry: ConditionEntry, thing: Token): ConditionDraft | null {
  const { context } = workshop;
  const { document } = context;
  const head = thing.head >= 0 ? (document.tokens[thing.head] as Token) : null;
  const isNone = childrenIn(document, thing, 'det').some(({ lemma }) => lemma === 'no');
  if (isNone && head?.lemma === 'have' && relationOf(thing) === 'obj') {
    const auxiliary = childIn(document, head, 'aux') ?? head;
    if (!/^(?:has|have)$/i.test(auxiliary.text)) return null;
    return lackOf(head);
  }
  if (prepositionOf(document, thing) !== 'without') return null;
  const copula = childIn(document, thing, 'cop');
  const isBeing =
    copula !== undefined || (head?.upos === 'VERB' && ['remain', 'be', 'stay'].includes(head.lemma));
  const auxiliary = childIn(document, copula ? thing : (head ?? thing), 'aux', 'cop') ?? head;
  return isBeing && auxiliary && !/^(?:was|were|had)$/i.test(auxiliary.text)
    ? lackOf(copula ? thing : (head as Token))
    : null;

  function lackOf(predicate: Token): ConditionDraft | null {
    const place = subjectOf(document, predicate);
    const draft = draftOf(workshop, {
      entry,
      trigger: thing,
      predicate,
      patient: thing,
      by: [],
      isState: true,
    });
    return (
      draft && {
        ...draft,
        status: draft.isDenied ? 'disputed' : 'stands',
        thing: thing.text,
        place: place ? (context.placeOf(place.index)?.name ?? null) : null,
      }
    );
  }
}
