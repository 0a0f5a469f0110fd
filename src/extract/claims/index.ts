import { type Claim, contains, type Event, type Span, spanOf } from '../../model/index.ts';
import type { Token } from '../../read/index.ts';
import type { ToldCondition } from '../conditions/index.ts';
import { claimFeatures, confidence, confidenceWeights } from '../confidence/index.ts';
import type { Attribution, ExtractionContext } from '../context.ts';
import { discretionOf, isTerms, keptBack } from '../discretion.ts';
import { eventLexiconOf } from '../events/lexicon.ts';
import { extentsOf } from '../phrase.ts';
import { firstTokenFrom } from './quotations.ts';
import { topicsOfClaim } from './topics.ts';

export { attributionsOf } from './attributions.ts';
export { viewsOf } from './views.ts';

/**
 * The claims of an article, in text order: every real attribution, linked to the events and conditions whose trigger
 * lies in what is said. A denial of something told elsewhere points at the nearest line before it of the kind it names.
 */
export function extractClaims(
  context: ExtractionContext,
  events: readonly Event[],
  conditions: readonly ToldCondition[],
): Claim[] {
  const claims: Claim[] = [];
  const lines = linesByPlace(events, conditions);
  const lexicon = eventLexiconOf(context.document.language);
  const extents = extentsOf(context.document);
  for (const attribution of context.attributions) {
    if (attribution.unreal || isEmptyContent(attribution) || isDefining(context, attribution)) continue;
    if (isOfTelling(context, attribution) || isTermOfText(attribution)) continue;
    context.explain?.(attribution.rule, attribution.cue);
    const about = aboutOf(attribution, lines, claims);
    const answered = answeredBy(attribution, about, claims);
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
      topics: lexicon ? topicsOfClaim(context, extents, lexicon, attribution) : [],
      about,
      ...(answered && { answers: answered.id }),
      evidence: evidenceOf(context, attribution),
      confidence: confidence(confidenceWeights().claims, claimFeatures(context.document, attribution)),
    });
  }
  return claims;
}

/** 'which Armenians call Artsakh': a name, with nothing said of the thing. */
function isEmptyContent({ content, rule }: Attribution): boolean {
  return /^(?:which|who|whom|that|what|so)$/i.test(content.text) && !rule.startsWith('answer');
}

/** What is said of the interview, not of the dispute: 'asked not to be named', 'a request for comment'. */
function isOfTelling({ document }: ExtractionContext, { content }: Attribution): boolean {
  const discretion = discretionOf(document.language);
  if (!discretion) return false;
  const first = firstTokenFrom(document, content.start);
  return (
    (/^(?:not )?to\b/i.test(content.text) && keptBack(document, discretion, first) === 'itself') ||
    isTerms(document, discretion, first, content.end)
  );
}

/** 'The accord calls for the disarmament of …': what a text provides for is nobody's demand. */
function isTermOfText({ speaker, speakerText, stance, rule, content }: Attribution): boolean {
  if (!speakerText && rule.startsWith('noun') && !/^that\b/.test(content.text)) return true;
  if (speaker !== null || stance !== 'demands') return false;
  const words = speakerText?.text ?? '';
  return (
    /^(?:that|which)$/i.test(words) ||
    /\b(?:accord|agreement|deal|plan|treaty|draft|proposal|pact|roadmap|framework|blueprint)$/i.test(words)
  );
}

/** 'those who do not want to live under …': whom a sentence speaks of, not what anybody said. */
function isDefining({ document }: ExtractionContext, { cueToken }: Attribution): boolean {
  const { tokens } = document;
  const verb = tokens[cueToken] as Token;
  let at = cueToken - 1;
  while (at > 0 && ['AUX', 'PART', 'ADV'].includes(tokens[at]?.upos ?? '')) at--;
  if (!/^(?:who|that)$/i.test(tokens[at]?.text ?? '')) return false;
  return tokens
    .slice(Math.max(0, at - FARTHEST_ANTECEDENT), at)
    .some(
      ({ text, sentence }) =>
        sentence === verb.sentence && /^(?:those|anyone|anybody|everyone|everybody)$/i.test(text),
    );
}

const FARTHEST_ANTECEDENT = 4;

interface Line {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Triggers of events and of conditions by place. */
function linesByPlace(events: readonly Event[], conditions: readonly ToldCondition[]): Line[] {
  const lines = events.map((event) => ({ id: event.id, start: event.trigger.start, end: event.trigger.end }));
  for (const { condition, triggers } of conditions)
    for (const { start, end } of triggers) lines.push({ id: condition.id, start, end });
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
      if (isSameSpeaker(claim, attribution) || claim.about.length === 0) continue;
      if (attribution.cue.start - claim.evidence.end > NEAR_UNITS) break;
      return [...claim.about];
    }
  }
  return [...about];
}

/** Two whom nobody knows are told apart by their words. */
function isSameSpeaker(claim: Claim, { speaker, speakerText }: Attribution): boolean {
  return claim.speaker === speaker && (speaker !== null || claim.speakerText?.text === speakerText?.text);
}

/** The claim of somebody else that a denial or a counter-accusation answers: the one it points back at, or one about the same line. */
function answeredBy(
  { stance, speaker, content, cue }: Attribution,
  about: readonly string[],
  before: readonly Claim[],
): Claim | undefined {
  if (stance !== 'denies' && stance !== 'accuses') return undefined;
  const isPointing = stance === 'denies' && POINTING.test(content.text);
  return before
    .slice(-NEAR_CLAIMS)
    .findLast(
      (claim) =>
        claim.speaker !== speaker &&
        claim.speaker !== null &&
        claim.stance !== 'denies' &&
        cue.start - claim.evidence.end <= NEAR_UNITS &&
        (isPointing || claim.about.some((id) => about.includes(id))),
    );
}

/** Contents that point back instead of saying what is denied: 'it', 'the accusations', 'these claims'. */
const POINTING =
  /^(?:it|this|that|which|them|these|those|(?:(?:an?|the|this|that|these|those|such|all|any|both|its|their|his|her)\s+)*(?:\p{L}+\s+)?(?:accusation|allegation|claim|charge|report|statement|information|rumou?r|assertion|news)s?)$/iu;
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
