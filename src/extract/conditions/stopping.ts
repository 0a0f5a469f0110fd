import type { Token } from '../../read/index.ts';
import { subjectOf } from '../events/clause.ts';
import { childrenIn } from '../phrase.ts';
import { type ConditionDraft, draftOf } from './draft.ts';
import { fitOf } from './fit.ts';
import type { ConditionEntry } from './lexicon.ts';
import type { Workshop } from './workshop.ts';

/** 'Food still does not pass', 'no food has come in over the bridge': what does not happen any more is a closure. */
export function draftByStopping(
  workshop: Workshop,
  entry: ConditionEntry,
  verb: Token,
): ConditionDraft | null {
  const { context, lexicon } = workshop;
  const { document } = context;
  const subject = subjectOf(document, verb);
  if (!subject || !fitOf(context, entry, subject)) return null;
  const isNegated = [...verb.children, ...subject.children].some((index) => {
    const { lemma, deprel } = document.tokens[index] as Token;
    return lexicon.words.negating.has(lemma) && (deprel === 'advmod' || deprel === 'det');
  });
  const isPresent = childrenIn(document, verb, 'aux').some(({ text }) =>
    /^(?:do|does|has|have|is|are)$/i.test(text),
  );
  if (!isNegated || !isPresent) return null;
  const draft = draftOf(workshop, {
    entry,
    trigger: verb,
    predicate: verb,
    patient: subject,
    by: [],
    isState: true,
  });
  return (
    draft && {
      ...draft,
      status: context.attributionOf(verb.index)?.stance === 'denies' ? 'disputed' : 'stands',
    }
  );
}
