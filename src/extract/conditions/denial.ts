import { spanOf } from '../../model/index.ts';
import type { Sentence, Token } from '../../read/index.ts';
import type { Attribution, ExtractionContext } from '../context.ts';
import type { ConditionDraft } from './draft.ts';
import type { Workshop } from './workshop.ts';

/** Sentences between what somebody says of a state and its denial, at most. */
const MOST_SENTENCES = 2;
const ANSWERED =
  /^(?:it|this|that|so|(?:the|a|this|that|those|these) (?:charge|accusation|allegation|claim|report|assertion)s?)$/i;

/**
 * 'Sweden said that Norway had closed the border. Norway denied it': a state that one side tells of and another denies is disputed.
 * `told`: what was told up to this sentence, the latest last.
 */
export function draftsByDenial(
  { context, denials }: Workshop,
  sentence: Sentence,
  told: readonly ConditionDraft[],
): (readonly [of: ConditionDraft, draft: ConditionDraft])[] {
  const { document, article } = context;
  const found: (readonly [ConditionDraft, ConditionDraft])[] = [];
  for (const { cueToken, speaker } of denials.get(document.tokens[sentence.firstToken]?.sentence ?? -1) ??
    []) {
    const cue = document.tokens[cueToken] as Token;
    const of = told.findLast(({ trigger }) => {
      if (trigger.index >= cueToken || cue.sentence - trigger.sentence > MOST_SENTENCES) return false;
      const said = context.attributionOf(trigger.index);
      return said !== null && said.cueStance !== 'denies' && said.speaker !== speaker;
    });
    if (of)
      found.push([
        of,
        {
          ...of,
          trigger: cue,
          status: 'disputed',
          isDenied: true,
          evidence: spanOf(article.text, sentence.start, sentence.end),
        },
      ]);
  }
  return found;
}

/** The denials of what was said before ('denied it'), by the sentence that they stand in. */
export function denialsOf({ attributions, document }: ExtractionContext): Map<number, Attribution[]> {
  const found = new Map<number, Attribution[]>();
  for (const one of attributions) {
    if (one.cueStance !== 'denies' || one.unreal || !ANSWERED.test(one.content.text)) continue;
    const sentence = document.tokens[one.cueToken]?.sentence ?? -1;
    found.set(sentence, [...(found.get(sentence) ?? []), one]);
  }
  return found;
}
