import type { Document, Sentence } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import type { EventDraft } from './draft.ts';

/** A denial that only points at what was said before it: 'denied it', 'rejected the accusation'. */
const POINTING =
  /^(?:it|this|that|them|these|so|any (?:such|involvement|role|part|wrongdoing)|(?:the|these|those|this|all|such) (?:\w+ )?(?:charges?|accusations?|allegations?|claims?|reports?|statements?)|(?:the|this) (?:incident|attack|shooting|shelling|bombing|killings?|raid|strikes?))\b/i;
/** What only those deny who are said to have done it: that it happened stands. */
const OWN_PART = /^any (?:involvement|role|part|wrongdoing)\b/i;
const MOST_WORDS = 6;

/**
 * What the next words do to drafts that are alleged: where the accused deny it, in the same or the next sentence, it is denied. Reads the
 * attributions once; linear.
 */
export function withDenials(context: ExtractionContext, drafts: readonly EventDraft[]): EventDraft[] {
  const denials = new Map<number, readonly Denial[]>();
  for (const { stance, cueToken, content, speaker, unreal } of context.attributions) {
    if (stance !== 'denies' || unreal || speaker === null || cueToken < 0) continue;
    const text = content.text.trim();
    if (text.split(/\s+/).length > MOST_WORDS || !POINTING.test(text)) continue;
    const { sentence } = context.document.tokens[cueToken] as { sentence: number };
    const denial = { speaker, isOfPart: OWN_PART.test(text) };
    denials.set(sentence, [...(denials.get(sentence) ?? []), denial]);
  }
  if (denials.size === 0) return [...drafts];
  return drafts.map((draft) => {
    if (draft.status !== 'alleged') return draft;
    const after = [draft.sentence, draft.sentence + 1].flatMap((sentence) => denials.get(sentence) ?? []);
    return after.some((denial) => isAccused(context, denial, draft)) ? { ...draft, status: 'denied' } : draft;
  });
}

interface Denial {
  readonly speaker: string;
  /** Is it no more than a part in it that is denied? */
  readonly isOfPart: boolean;
}

function isAccused(
  { actors: registry }: ExtractionContext,
  { speaker, isOfPart }: Denial,
  draft: EventDraft,
): boolean {
  if (speaker === draft.source) return false;
  if (draft.actors.length === 0) return !isOfPart;
  const { country, affiliation } = registry.get(speaker);
  return draft.actors.some((id) => {
    const doer = registry.get(id);
    return id === speaker || affiliation === id || (country !== undefined && doer.country === country);
  });
}

/**
 * What a speaker says further in the same paragraph is said on the day of the first: 'The court ordered … on 22 February. It also rejected …'.
 */
export function withDaysOfSpeech(document: Document, drafts: readonly EventDraft[]): EventDraft[] {
  const last = new Map<string, EventDraft>();
  let paragraph = -1;
  return drafts.map((draft) => {
    const own = (document.sentences[draft.sentence] as Sentence).paragraph;
    if (own !== paragraph) last.clear();
    paragraph = own;
    const [speaker] = draft.actors;
    if (speaker === undefined || !draft.entry.speech || draft.status !== 'reported') return draft;
    const before = last.get(speaker);
    if (draft.date.basis === 'published' && before) {
      const { edtf } = before.date;
      return { ...draft, date: { edtf, basis: 'context' } };
    }
    if (draft.date.basis === 'expression' || draft.date.basis === 'relative') last.set(speaker, draft);
    return draft;
  });
}
