import { type EventDate, type EventStatus, edtf, type PloverType, spanOf } from '../../model/index.ts';
import type { Document, Sentence, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { childIn, childrenIn, type Extents, relationOf } from '../phrase.ts';
import { type Scope, scopeOf } from '../status/status.ts';
import { isAside } from './aside.ts';
import { isBackground, isHistory, isOfOldWar, isVisitAside } from './background.ts';
import { tollOf } from './casualties.ts';
import { isPassive, subjectOf } from './clause.ts';
import { holdersOf } from './content.ts';
import { dateOf, goesOn, inThePast, isLongAgo } from './dating.ts';
import type { EventDraft } from './draft.ts';
import { placeOf } from './event-place.ts';
import { announcedType, isToldByOthers, type Stand, standAt, typeByContent } from './intention.ts';
import { EventEntry, type EventLexicon } from './lexicon.ts';
import { partiesOf } from './parties.ts';
import { isOrdinary } from './relevance.ts';
import { rolesOf } from './roles.ts';
import { topicsOf } from './topics.ts';
import { type Trigger, triggersOf } from './triggers.ts';

/** Confidence by how the event is told; measured on the gold halves by `npm run bench:events`. */
const CONFIDENCE: { readonly [kind in Trigger['kind']]: number } = {
  verb: 0.8,
  light: 0.85,
  happening: 0.85,
  existence: 0.8,
  reference: 0.5,
};

/** A speech act that was not made, or may be made, is no line of its own. */
const UNSAID = new Set<EventStatus>(['negated', 'conditional']);

/** All events that a sentence tells of. */
export function draftsOf(
  context: ExtractionContext,
  extents: Extents,
  lexicon: EventLexicon,
  sentence: Sentence,
): EventDraft[] {
  const drafts: EventDraft[] = [];
  const triggers = triggersOf(context.document, sentence, lexicon);
  const holders = holdersOf(context.document, triggers);
  const contentOf = (trigger: Trigger): Trigger[] =>
    triggers.filter((other) => other.kind !== 'reference' && holders.get(other) === trigger);
  for (const trigger of triggers) {
    // 'plans to travel to Varda' tells of the journey
    const tellsContent =
      trigger.entry.planned && typeByContent(context.document, lexicon, trigger, contentOf(trigger)) === null;
    if (tellsContent || (trigger.entry.promising && isToldByOthers(context, lexicon, trigger))) {
      for (const [below, holder] of holders) if (holder === trigger) holders.delete(below);
      continue;
    }
    const content = contentOf(trigger);
    if (holders.has(trigger) && !isKeptBeside(trigger, holders.get(trigger) as Trigger)) continue;
    const draft = draftOf(context, extents, lexicon, sentence, trigger, content);
    if (!draft) continue;
    drafts.push(draft);
  }
  for (let index = sentence.firstToken; index < sentence.endToken; index++) {
    const verb = context.document.tokens[index] as Token;
    const stand = standAt(context, lexicon, verb);
    if (!stand) continue;
    const at = drafts.findIndex(({ trigger }) => trigger === verb);
    const draft = standDraft(context, lexicon, sentence, stand);
    if (at >= 0) drafts[at] = draft;
    else drafts.push(draft);
  }
  return drafts;
}

/** What is threatened is told beside the threat, as threatened; what is asked for, agreed to or refused is not told again. */
function isKeptBeside({ entry, kind }: Trigger, holder: Trigger): boolean {
  return holder.entry.menacing && !holder.entry.clause && kind === 'verb' && entry.type !== 'THREATEN';
}

function draftOf(
  context: ExtractionContext,
  extents: Extents,
  lexicon: EventLexicon,
  sentence: Sentence,
  trigger: Trigger,
  content: readonly Trigger[],
): EventDraft | null {
  const { document, article } = context;
  const { token, predicate, kind } = trigger;
  const ownType = typeByContent(document, lexicon, trigger, content);
  if (ownType === null) return null;
  const told =
    scopeOf(context, lexicon, token, predicate, kind === 'verb' ? trigger.entry.speech : undefined) ??
    ownOffer(context, trigger);
  const scope = told && trigger.entry.negated ? asSaid(told) : told;
  if (
    !scope ||
    isHistory(context, lexicon, token) ||
    isBackground(context, predicate) ||
    isOfOldWar(context, predicate)
  )
    return null;
  if ((trigger.entry.speech || trigger.entry.type === 'AGREE') && UNSAID.has(scope.status)) return null;
  if (trigger.entry.speech && isOpinion(context, lexicon, trigger)) return null;
  if (told?.status === 'planned' && isTried(document, token) && !DARED.has(trigger.entry.type)) return null;
  const isAccused =
    context.attributionOf(token.index)?.stance === 'accuses' ||
    scope.status === 'denied' ||
    scope.charged === true;
  if (isAside(document, lexicon, trigger, isAccused) || isVisitAside(document, trigger)) return null;
  const when = dateOf(context, lexicon, trigger, sentence);
  const isReal = scope.status === 'reported' || scope.status === 'alleged' || scope.status === 'ended';
  const date = isReal ? inThePast(when, article.published, lexicon, sentenceText(context, sentence)) : when;
  if (isReal && isLongAgo(date.edtf, article.published) && !goesOn(document, sentence, predicate))
    return null;
  const roles = rolesOf(context, lexicon, trigger, content);
  const { recipients, overseers } = roles;
  const own = scope.speaker ?? speakerAsPronoun(context, lexicon, trigger) ?? speakerOfCue(context, trigger);
  // 'said X was ready to talk and asked Y': the second act is the speaker's too, whatever the tree gives it for a subject
  const isOwn = scope.speaker !== undefined && !isPassive(document, token);
  const actors =
    isOwn || (roles.actors.length === 0 && own && !isPassive(document, token))
      ? [own as string]
      : roles.actors;
  // 'said that no agreement had been reached', “they agreed to go on”: nobody's act
  const isQuoted = context.attributionOf(token.index)?.quoted === true;
  const isNobody =
    trigger.entry.adjectives.length > 0 && PRONOUN.test(subjectOf(document, predicate)?.text ?? '');
  if (
    trigger.entry.type === 'AGREE' &&
    actors.length === 0 &&
    (scope.status === 'denied' || isQuoted || isNobody)
  )
    return null;
  const toll = tollOf(context, lexicon, token, trigger.entry.type);
  // 'kills infected cells': nobody
  if (
    trigger.entry.casualties &&
    kind === 'verb' &&
    actors.length + recipients.length + toll.killed.length + toll.injured.length === 0
  )
    return null;
  if (
    actors.length === 0 &&
    recipients.length === 0 &&
    !mayLackParties(context, trigger, toll, date, scope.status)
  )
    return null;
  if (isOrdinary(context, lexicon, trigger.entry, token, [...actors, ...recipients])) return null;
  const announced = announcedType(context, lexicon, trigger, scope, actors);
  if (scope.warned && announced !== 'THREATEN') return null;
  const isReport = isOwnReport(context, scope, actors, recipients);
  const type = announced ?? (isRefusal(document, scope.status, trigger) ? 'REJECT' : ownType);
  const entry = type === trigger.entry.type ? trigger.entry : asType(trigger.entry, type);
  return {
    entry,
    trigger: token,
    triggerSpan: spanOf(article.text, token.start, token.end),
    evidence: spanOf(article.text, sentence.start, sentence.end),
    sentence: sentence.index,
    actors,
    recipients: recipients.filter((id) => !actors.includes(id)),
    overseers,
    date: announced ? saidOn(context) : date,
    place: announced ? null : placeOf(context, lexicon, trigger),
    topics: topicsOf(context, extents, lexicon, trigger),
    toll,
    status: announced || isReport || type === 'REJECT' ? 'reported' : scope.status,
    ...(scope.source && !announced && !isReport && { source: scope.source }),
    confidence: CONFIDENCE[kind] - (actors.length === 0 ? 0.15 : 0) - (date.basis === 'none' ? 0.05 : 0),
    isDefinite: isDefinite(context, token),
    isAnother: isAnother(document, lexicon, token, actors),
    isApart: actors.length > 0 && isApart(document, predicate),
    pointsBack: kind === 'reference' || isDefinite(context, token) || isOfTheTalks(context, lexicon, trigger),
    rule: `${entry.type}${entry.mode ? ` ${entry.mode}` : ''} by ${announced ? 'announcement' : kind} “${token.lemma}”`,
  };
}

/** “They agree on the commas”: what somebody quoted holds of others in the present is no act. */
function isOpinion(
  context: ExtractionContext,
  lexicon: EventLexicon,
  { token, entry, kind }: Trigger,
): boolean {
  if (kind !== 'verb' || !/Tense=Pres/.test(token.feats) || !context.attributionOf(token.index)?.quoted)
    return false;
  if (childIn(context.document, token, 'aux')) return false;
  const { agent } = partiesOf(context.document, lexicon, token, entry);
  return agent !== null && /^(?:they|he|she|it|people|everybody|everyone)$/i.test(agent.text);
}

/** 'said he was ready to withdraw': what the speaker offers is the act. */
function ownOffer(context: ExtractionContext, { entry, token }: Trigger): Scope | null {
  if (!entry.promising) return null;
  const said = context.attributionOf(token.index);
  if (!said || said.unreal || !['offers', 'supports', 'states'].includes(said.stance)) return null;
  return { status: 'reported', ...(said.speaker && { speaker: said.speaker }) };
}

/** What is told even where it was only tried. */
const DARED = new Set<PloverType>(['ASSAULT', 'PROTEST', 'CONSULT']);

/** 'had tried to stop and inspect vehicles': neither done nor planned. */
function isTried(document: Document, verb: Token): boolean {
  const head = verb.head >= 0 ? (document.tokens[verb.head] as Token) : null;
  return head !== null && /^(?:try|attempt)$/.test(head.lemma) && /ied$|pted$/.test(head.text);
}

/** What one gives, opens or does together, so that not to do it is to refuse. */
const GIVEN = new Set<PloverType>(['RETREAT', 'CONCEDE', 'AID', 'COOPERATE', 'CONSULT']);

/** 'would not let the observers in', 'will not release the crew': a refusal of those who could. */
function isRefusal(document: Document, status: EventStatus, { kind, entry, predicate }: Trigger): boolean {
  if (kind !== 'verb' || status !== 'negated' || !GIVEN.has(entry.type) || isPassive(document, predicate))
    return false;
  return childrenIn(document, predicate, 'aux').some(({ text }) => /^(?:will|would|wo)$/i.test(text));
}

/** 'does not rule out force': the negation belongs to the words of the entry. */
function asSaid(scope: Scope): Scope {
  return scope.status === 'negated' ? { ...scope, status: 'reported' } : scope;
}

/** 'said they would leave': a pronoun that nobody else is meant by is the speaker. */
function speakerAsPronoun(
  context: ExtractionContext,
  lexicon: EventLexicon,
  { token, entry, kind }: Trigger,
): string | null {
  if (kind !== 'verb') return null;
  const { agent } = partiesOf(context.document, lexicon, token, entry);
  const said = context.attributionOf(token.index);
  // Who is quoted word by word speaks of himself as 'I' or 'we', of others as 'they'.
  const own = said?.quoted ? /^(?:we|i)$/i : /^(?:he|she|it|they|we|i)$/i;
  return agent && own.test(agent.text) ? (said?.speaker ?? null) : null;
}

const speakersByCue = new WeakMap<ExtractionContext, ReadonlyMap<number, string>>();

/** 'said that it had acted, and blamed Norland': who is known to speak by the verb that tells of a speech act. */
function speakerOfCue(context: ExtractionContext, { entry, token }: Trigger): string | null {
  if (!entry.speech) return null;
  let speakers = speakersByCue.get(context);
  if (!speakers) {
    speakers = new Map(
      context.attributions.flatMap(({ cueToken, speaker }) =>
        speaker === null ? [] : [[cueToken, speaker]],
      ),
    );
    speakersByCue.set(context, speakers);
  }
  return speakers.get(token.index) ?? null;
}

/** What a side says of itself, that it asked, sent, seized or lost men, is no charge against another. */
function isOwnReport(
  { actors: registry }: ExtractionContext,
  { status, source }: Scope,
  actors: readonly string[],
  recipients: readonly string[],
): boolean {
  if (status !== 'alleged' || source === undefined) return false;
  const { country, affiliation } = registry.get(source);
  const isSelf = (id: string): boolean =>
    id === source || id === affiliation || (country !== undefined && registry.get(id).country === country);
  if (actors.length > 0) return actors.every(isSelf) && !(recipients.length > 0 && recipients.every(isSelf));
  return false;
}

/** The same words as another type: a promise or a threat instead of the act that it is about. */
function asType(entry: EventEntry, type: PloverType): EventEntry {
  const { mode: _, ...rest } = entry;
  return { ...rest, type, speech: true };
}

function sentenceText({ article }: ExtractionContext, { start, end }: Sentence): string {
  return article.text.slice(start, end);
}

function saidOn({ article }: ExtractionContext): EventDate {
  return article.published
    ? { edtf: article.published, basis: 'published' }
    : { edtf: edtf('XXXX'), basis: 'none' };
}

function standDraft(
  context: ExtractionContext,
  lexicon: EventLexicon,
  sentence: Sentence,
  { type, verb, speaker, addressee }: Stand,
): EventDraft {
  const { article } = context;
  const recipients = addressee ? context.actors.actorsOf(addressee.index, { acts: true }) : [];
  const entry = EventEntry.parse({ type, contexts: ['diplomatic'], speech: true, examples: [NO_EXAMPLE] });
  return {
    entry,
    trigger: verb,
    triggerSpan: spanOf(article.text, verb.start, verb.end),
    evidence: spanOf(article.text, sentence.start, sentence.end),
    sentence: sentence.index,
    actors: [speaker],
    recipients: recipients.filter((id) => id !== speaker),
    overseers: [],
    date: saidOn(context),
    place: null,
    topics: [],
    toll: tollOf(context, lexicon, verb, type),
    status: 'reported',
    confidence: 0.7,
    isDefinite: false,
    isAnother: false,
    isApart: false,
    pointsBack: false,
    rule: `${type} by ${type === 'REQUEST' ? 'must' : 'will not'} “${verb.lemma}”`,
  };
}

const NO_EXAMPLE = { text: '', trigger: '' };

const PRONOUN = /^(?:he|she|it|they|we|i|you|this|that|who|which|everyone)$/i;

/** Without any party only what is dated and placed, or has casualties, is worth a line. */
function mayLackParties(
  context: ExtractionContext,
  { kind, entry, predicate }: Trigger,
  toll: EventDraft['toll'],
  date: EventDate,
  status: EventStatus,
): boolean {
  const { document } = context;
  if (toll.killed.length + toll.injured.length > 0) return true;
  if (status === 'denied' && entry.speech) return false;
  if (status === 'planned' || status === 'conditional')
    return !entry.speech && date.basis !== 'none' && date.basis !== 'published';
  // 'when they were asked to leave': nobody known asks nobody known
  if (entry.speech && entry.adjectives.length === 0 && isPassive(document, predicate))
    return !PRONOUN.test(subjectOf(document, predicate)?.text ?? 'it');
  // 'they agreed on the need for a truce': nobody known
  if (entry.type === 'AGREE' && PRONOUN.test(subjectOf(document, predicate)?.text ?? '')) return false;
  if (entry.speech && (kind === 'verb' || kind === 'light'))
    return (
      context.attributionOf(predicate.index) !== null ||
      !/^(?:it|this|that|which)$/i.test(subjectOf(document, predicate)?.text ?? 'it')
    );
  return kind !== 'reference' && !entry.speech && date.basis !== 'none';
}

/** 'The rebels also attacked a convoy', 'in a separate attack'. */
function isAnother(
  document: Document,
  { words }: EventLexicon,
  token: Token,
  actors: readonly string[],
): boolean {
  if (token.upos === 'VERB' && actors.length === 0) return false;
  return childrenIn(document, token, 'advmod', 'det', 'amod').some(({ lemma }) =>
    words.adding.has(lemma.toLowerCase()),
  );
}

/** '…, while the air force bombed the town': a clause beside the first rather than one that says how or when. */
function isApart(document: Document, predicate: Token): boolean {
  if (/^(?:while|whereas|although)$/i.test(childIn(document, predicate, 'mark')?.text ?? '')) return true;
  return (
    /^(?:conj|parataxis)$/.test(relationOf(predicate)) && childIn(document, predicate, 'nsubj') !== undefined
  );
}

/** 'opened the talks': those that were told of before. */
function isOfTheTalks(
  context: ExtractionContext,
  lexicon: EventLexicon,
  { kind, entry, token }: Trigger,
): boolean {
  if (kind !== 'verb' || entry.type !== 'CONSULT') return false;
  const { patient } = partiesOf(context.document, lexicon, token, entry);
  if (!patient || !isDefinite(context, patient)) return false;
  return lexicon.nouns.get(patient.lemma)?.some(({ type }) => type === 'CONSULT') === true;
}

function isDefinite({ document }: ExtractionContext, token: Token): boolean {
  if (token.upos !== 'NOUN') return false;
  const determiner = childIn(document, token, 'det');
  return determiner !== undefined && ['the', 'this', 'that', 'these', 'those'].includes(determiner.lemma);
}
