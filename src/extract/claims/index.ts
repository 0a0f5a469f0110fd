import { type Claim, type Condition, contains, type Event, type Span, spanOf } from '../../model/index.ts';
import type { Token } from '../../read/index.ts';
import type { Attribution, ExtractionContext } from '../context.ts';

export { attributionsOf } from './attributions.ts';

/**
 * The claims of an article, in text order: every real attribution, linked to the events and conditions whose trigger
 * lies in what is said. A denial of something told elsewhere points at the nearest line before it of the kind it names.
 */
export function extractClaims(
  context: ExtractionContext,
  events: readonly Event[],
  conditions: readonly Condition[],
): Claim[] {
  const claims: Claim[] = [];
  for (const attribution of context.attributions) {
    if (attribution.unreal) continue;
    context.explain?.(attribution.rule, attribution.cue);
    claims.push({
      id: context.ids('claim', attribution.stance, attribution.cue.start, attribution.speaker ?? ''),
      speaker: attribution.speaker,
      speakerText: attribution.speakerText,
      ...(attribution.addressee !== undefined && { addressee: attribution.addressee }),
      stance: attribution.stance,
      cue: attribution.cue,
      content: attribution.content,
      quoted: attribution.quoted,
      topics: [],
      about: aboutOf(attribution, events, conditions),
      evidence: evidenceOf(context, attribution),
    });
  }
  return claims;
}

/** Ids of the lines that an attribution speaks of. */
function aboutOf(
  attribution: Attribution,
  events: readonly Event[],
  conditions: readonly Condition[],
): string[] {
  const about = events
    .filter((event) => contains(attribution.content, event.trigger))
    .map((event) => event.id);
  for (const condition of conditions) {
    if (condition.evidence.some((span) => contains(attribution.content, span))) about.push(condition.id);
  }
  return about;
}

/** The sentences from the first to the last that the claim's parts stand in. */
function evidenceOf(context: ExtractionContext, attribution: Attribution): Span {
  const { document } = context;
  const parts = [
    attribution.cue,
    attribution.content,
    ...(attribution.speakerText ? [attribution.speakerText] : []),
  ];
  const start = Math.min(...parts.map((part) => part.start));
  const end = Math.max(...parts.map((part) => part.end));
  const cueSentence = (document.tokens[attribution.cueToken] as Token).sentence;
  let first = cueSentence;
  let last = cueSentence;
  while (first > 0 && (document.sentences[first]?.start ?? 0) > start) first--;
  while (last < document.sentences.length - 1 && (document.sentences[last]?.end ?? Infinity) < end) last++;
  return spanOf(
    document.article.text,
    Math.min(start, document.sentences[first]?.start ?? start),
    Math.max(end, document.sentences[last]?.end ?? end),
  );
}
