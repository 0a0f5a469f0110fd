import type { Document } from '../../read/index.ts';
import type { Draft, Run } from './draft.ts';
import { isNegated, isUnreal } from './verb-cues.ts';

/** What a verb tells by the order of its words alone: one run, to nobody in particular, out of no quotation. */
export function plainDraft(
  document: Document,
  told: Pick<Draft, 'rule' | 'verb' | 'stance' | 'cue' | 'speaker' | 'speakerRun'>,
  content: Run,
): Draft {
  return {
    ...told,
    addressee: null,
    content: [content],
    quotations: [],
    quotes: false,
    negated: isNegated(document, told.verb),
    unreal: isUnreal(document, told.verb),
  };
}
