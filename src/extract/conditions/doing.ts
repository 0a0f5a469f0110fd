import type { Token } from '../../read/index.ts';
import { isPassive, subjectOf } from '../events/clause.ts';
import { childIn, childrenIn, hasFeature, relationOf } from '../phrase.ts';
import { antecedentBefore } from './antecedent.ts';
import { type ConditionDraft, draftOf } from './draft.ts';
import { fitOf } from './fit.ts';
import type { ConditionEntry } from './lexicon.ts';
import { startOf } from './time/start.ts';
import type { Workshop } from './workshop.ts';

/** A state that is what somebody does: 'have been negotiating since May', 'observers patrol the strip'. It lies on who does it. */
export function draftByDoing(workshop: Workshop, entry: ConditionEntry, verb: Token): ConditionDraft | null {
  const { context } = workshop;
  const { document } = context;
  if (relationOf(verb) === 'amod' || isPassive(document, verb) || childIn(document, verb, 'mark'))
    return null;
  const subject = antecedentBefore(document, childIn(document, verb, 'nsubj')) ?? subjectOf(document, verb);
  if (!subject || !fitOf(context, entry, subject)) return null;
  const { since, days } = startOf(context, verb);
  const isTimed = since !== null || days !== null;
  const forms = childrenIn(document, verb, 'aux').map(({ text }) => text.toLowerCase());
  const isOngoing = /ing$/i.test(verb.text) && forms.some((form) => /^(?:is|are|been)$/.test(form));
  const isPresent =
    entry.kind === 'deployment' &&
    forms.length === 0 &&
    hasFeature(verb, 'Tense=Pres') &&
    childIn(document, verb, 'obj');
  if (!isTimed && (entry.timed || (!isOngoing && !isPresent))) return null;
  return draftOf(workshop, {
    entry,
    trigger: verb,
    predicate: verb,
    patient: subject,
    by: [],
    isState: true,
  });
}
