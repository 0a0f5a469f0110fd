import { type Claim, type Condition, contains, type Event, type Span, spanOf } from '../../model/index.ts';
import type { Token } from '../../read/index.ts';
import { claimFeatures, confidence, confidenceWeights } from '../confidence/index.ts';
import type { Attribution, ExtractionContext } from '../context.ts';

export { attributionsOf } from './attributions.ts';
export { viewsOf } from './views.ts';

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
  const lines = linesByPlace(events, conditions);
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
      ...(attribution.parts && { parts: [...attribution.parts] }),
      ...(attribution.items && { items: [...attribution.items] }),
      ...(attribution.deadline !== undefined && { deadline: attribution.deadline }),
      quoted: attribution.quoted,
      topics: [],
      about: aboutOf(attribution, lines, claims),
      evidence: evidenceOf(context, attribution),
      confidence: confidence(confidenceWeights().claims, claimFeatures(context.document, attribution)),
    });
  }
  return claims;
}

interface Line {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Triggers of events and evidence of conditions by place. */
function linesByPlace(events: readonly Event[], conditions: readonly Condition[]): Line[] {
  const lines = events.map((event) => ({ id: event.id, start: event.trigger.start, end: event.trigger.end }));
  for (const { id, evidence } of conditions)
    for (const { start, end } of evidence) lines.push({ id, start, end });
  return lines.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Ids of the lines that an attribution speaks of: those inside its content; for a bare denial, those of what is denied. */
function aboutOf(attribution: Attribution, lines: readonly Line[], before: readonly Claim[]): string[] {
  const about = new Set<string>();
  for (let index = firstFrom(lines, attribution.content.start); index < lines.length; index++) {
    const line = lines[index] as Line;
    if (line.start >= attribution.content.end) break;
    if (contains(attribution.content, line)) about.add(line.id);
  }
  if (about.size === 0 && attribution.stance === 'denies' && POINTING.test(attribution.content.text)) {
    for (const claim of before.slice(-NEAR_CLAIMS).reverse()) {
      if (claim.speaker === attribution.speaker || claim.about.length === 0) continue;
      if (attribution.cue.start - claim.evidence.end > NEAR_UNITS) break;
      return [...claim.about];
    }
  }
  return [...about];
}

/** Contents that point back instead of saying what is denied: 'it', 'the accusations', 'these claims'. */
const POINTING =
  /^(?:it|this|that|them|these|those|(?:(?:the|this|that|these|those|such|all|any|both|its|their|his|her)\s+)*(?:\p{L}+\s+)?(?:accusation|allegation|claim|charge|report|statement|information|rumou?r|assertion|news)s?)$/iu;
const NEAR_CLAIMS = 6;
const NEAR_UNITS = 600;

function firstFrom(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as Line).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
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
