import type { Token } from '../../read/index.ts';
import { agentOf, isPassive, subjectOf } from '../events/clause.ts';
import { relationOf } from '../phrase.ts';
import { type ConditionDraft, draftOf } from './draft.ts';
import type { ConditionEntry } from './lexicon.ts';
import { hasWith, patientOf } from './patient.ts';
import type { Workshop } from './workshop.ts';

/** What undoes a state: 'reopened the border', 'Power was restored on Friday'. */
export function draftByUndoing(
  workshop: Workshop,
  entry: ConditionEntry,
  verb: Token,
): ConditionDraft | null {
  const { context } = workshop;
  const { document } = context;
  if (relationOf(verb) === 'amod') return null;
  const patient = patientOf(workshop, entry, verb, true);
  if (!patient || !hasWith(workshop, entry, patient)) return null;
  const agent = isPassive(document, verb) ? agentOf(document, verb) : subjectOf(document, verb);
  const draft = draftOf(workshop, {
    entry,
    trigger: verb,
    predicate: verb,
    patient,
    by: agent && agent !== patient && entry.undoer ? context.actors.actorsOf(agent.index, { add: true }) : [],
    isState: true,
    ended: verb,
    isUndone: true,
    isDefinite: true,
  });
  // 'demanded that the rebels free the men': that they are held, another sentence says
  return ['detention', 'deployment'].includes(entry.kind) && draft?.status !== 'ended' ? null : draft;
}
