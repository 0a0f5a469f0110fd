import type { EventStatus } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import type { Attribution, ExtractionContext } from '../context.ts';
import { isBelowOf, isPassive } from '../events/clause.ts';
import { type EventLexicon, verbLemma } from '../events/lexicon.ts';
import { childIn, hasMark, relationOf } from '../phrase.ts';

/** How real a told event is, and from whom it is known. `null`: it is no event of this story at all. */
export interface Scope {
  readonly status: EventStatus;
  readonly source?: string;
  /** What somebody is accused of by the verb above it. */
  readonly charged?: true;
  /** What the speaker warns will come: a threat where it is his own doing, else no event. */
  readonly warned?: true;
  /** Who did it, where it is a second act of a speaker whose first one swallowed it in the tree. */
  readonly speaker?: string;
}

const MOST_STEPS = 10;
const ENDING = new Set(['end', 'finish', 'cease', 'stop']);
const CONDITION_MARKS = new Set(['if', 'unless', 'whether', 'until', 'in case']);
const EVERYBODY =
  /\b(?:both|all|two|the) (?:[\w'’]+ ){0,2}(?:sides|parties|ministries|governments|countries|delegations)\b/i;
/** Stances whose content is no report of something that happened. */
const UNREAL_STANCES = new Set(['demands', 'offers', 'predicts', 'refuses', 'supports']);

/**
 * Reads the scopes over an event's trigger from the inside out: negation, modals, conditions, what the verbs above it mean, and whose
 * words it stands in. The innermost that speaks decides; attribution comes last.
 */
export function scopeOf(
  context: ExtractionContext,
  lexicon: EventLexicon,
  trigger: Token,
  predicate: Token,
  speaks = speechOf(lexicon, trigger),
): Scope | null {
  const { document } = context;
  const { words } = lexicon;
  let status: EventStatus | null = null;
  if (isObliged(document, predicate, lexicon)) return null;
  const isSaid = context.attributionOf(predicate.index) !== null;
  if (isAppointed(document, trigger, predicate, lexicon)) status = 'planned';
  let at = predicate;
  let from = predicate;
  for (let step = 0; step < MOST_STEPS && status === null; step++) {
    status = ownScope(document, at, from, lexicon, isSaid);
    if (status !== null || at.head < 0) break;
    const head = document.tokens[at.head] as Token;
    const relation = relationOf(at);
    if (
      relation === 'xcomp' ||
      relation === 'ccomp' ||
      relation === 'acl' ||
      relation === 'csubj' ||
      (relation === 'advcl' && hasMark(document, at, 'to'))
    ) {
      const isBare = /VerbForm=Inf/.test(at.feats) || hasMark(document, at, 'to') || relation === 'ccomp';
      if (isBare && words.threatening.has(head.lemma) && relation !== 'ccomp') status = 'threatened';
      else if (words.hindering.has(head.lemma) && relation === 'xcomp') status = 'negated';
      else if (relation !== 'ccomp' && isBare && words.intending.has(head.lemma)) status = 'planned';
    } else if (
      !['conj', 'parataxis', 'obj', 'nsubj', 'obl', 'nmod', 'advcl', 'appos', 'dep'].includes(relation)
    )
      break;
    if (['obj', 'obl', 'nmod', 'nsubj', 'advcl', 'parataxis'].includes(relation) && at !== predicate) break;
    if (relation === 'obj' && words.intending.has(head.lemma) && !words.light.has(head.lemma))
      status = 'planned';
    if (relation === 'parataxis' || relation === 'advcl') break;
    from = at;
    at = head;
  }
  if (status === null && trigger !== predicate && ENDING.has(predicate.lemma)) status = 'ended';
  const scope = attributed(context, lexicon, trigger, predicate, status, speaks);
  if (scope?.status !== 'reported') return scope;
  if (isDoubted(document, predicate, lexicon)) return { ...scope, status: 'alleged' };
  const claiming = claimedBy(document, predicate);
  if (!claiming) return scope;
  const subject = childIn(document, claiming, 'nsubj');
  const source = subject ? context.actors.actorOf(subject.index) : null;
  return { status: 'alleged', ...(source !== null && { source }) };
}

/** 'claims to have killed ten rebels', 'is said to have fled': the verb of saying above the infinitive. */
function claimedBy({ tokens }: Document, predicate: Token): Token | null {
  if (predicate.head < 0 || relationOf(predicate) !== 'xcomp') return null;
  const head = tokens[predicate.head] as Token;
  return /^(?:claim|profess|purport|allege|report|believe|say|think|suspect)$/.test(head.lemma) ? head : null;
}

/** 'reportedly attacked': told by hearsay, without anybody who says so. */
function isDoubted({ tokens }: Document, predicate: Token, { words }: EventLexicon): boolean {
  return predicate.children.some((index) => words.doubting.has((tokens[index] as Token).lemma.toLowerCase()));
}

/** 'accused Norland of having cut the line', where no attribution holds it: a charge is no report. */
function chargedBy(context: ExtractionContext, lexicon: EventLexicon, predicate: Token): Scope | null {
  const { document } = context;
  if (predicate.head < 0 || !isBelowOf(document, predicate)) return null;
  const head = document.tokens[predicate.head] as Token;
  const patterns = lexicon.verbs.get(verbLemma(lexicon, head)) ?? [];
  if (!patterns.some(({ entry }) => entry.type === 'ACCUSE')) return null;
  const subject = childIn(document, head, 'nsubj');
  const source = subject ? context.actors.actorOf(subject.index) : null;
  return { status: 'alleged', charged: true, ...(source !== null && { source }) };
}

/** What stands directly at a predicate: negation, modals, conditional marks. */
function ownScope(
  document: Document,
  at: Token,
  from: Token,
  { words }: EventLexicon,
  isSaid: boolean,
): EventStatus | null {
  let status: EventStatus | null = null;
  // 'asked whether the army would withdraw'
  if (hasMark(document, at, 'whether')) return 'conditional';
  if (isOnceDone(document, at)) return 'conditional';
  for (const index of at.children) {
    const child = document.tokens[index] as Token;
    const relation = relationOf(child);
    const lemma = child.lemma;
    if ((relation === 'advmod' || relation === 'det' || relation === 'cc') && words.negating.has(lemma)) {
      // 'not only met': no negation.
      const next = document.tokens[child.index + 1];
      if (next?.lemma !== 'only' && child.index < at.index) return 'negated';
    }
    if (relation === 'aux') {
      const form = child.text.toLowerCase();
      if (words.future.has(lemma) || words.future.has(form)) status = 'planned';
      // 'said that they would leave': what is to come, seen from then.
      else if (form === 'would' && isSaid && !hasCondition(document, at)) status = 'planned';
      else if (words.possible.has(lemma) || words.possible.has(form)) status = 'conditional';
    }
    if (relation === 'mark' && CONDITION_MARKS.has(lemma)) status ??= 'conditional';
    if (relation === 'nsubj' && child !== from) {
      for (const inner of child.children)
        if (
          words.negating.has((document.tokens[inner] as Token).lemma) &&
          relationOf(document.tokens[inner] as Token) === 'det'
        )
          return 'negated';
    }
  }
  return status;
}

/** Words before a verb among which 'once' stands, at most. */
const ONCE_WORDS = 12;

/** 'once foreign forces have left': what something else waits for, whatever the tree makes of 'once'. */
function isOnceDone({ tokens }: Document, predicate: Token): boolean {
  const isPerfect = predicate.children.some((index) => /^(?:has|have)$/i.test((tokens[index] as Token).text));
  if (!isPerfect) return false;
  for (let at = predicate.index - 1; at >= Math.max(0, predicate.index - ONCE_WORDS); at--) {
    const { text, sentence, upos } = tokens[at] as Token;
    if (sentence !== predicate.sentence || upos === 'VERB') return false;
    // 'has once again rejected'
    if (/^once$/i.test(text)) return /^(?:DET|PRON|NOUN|PROPN|ADJ|NUM)$/.test(tokens[at + 1]?.upos ?? '');
  }
  return false;
}

/** 'would open the road if …' */
function hasCondition(document: Document, predicate: Token): boolean {
  return predicate.children.some((index) => {
    const child = document.tokens[index] as Token;
    return relationOf(child) === 'advcl' && hasMark(document, child, 'if');
  });
}

function attributed(
  context: ExtractionContext,
  lexicon: EventLexicon,
  trigger: Token,
  predicate: Token,
  status: EventStatus | null,
  speaks: boolean,
): Scope | null {
  const innermost = context.attributionOf(trigger.index);
  // 'announced its withdrawal': the verb that lends the event its subject is no hearsay of it, but 'urged them to agree on a truce' is more than that.
  const attribution =
    innermost?.cueToken === predicate.index ? context.attributionOf(predicate.index) : innermost;
  if (!attribution || attribution.cueToken === predicate.index)
    return (status === null && chargedBy(context, lexicon, predicate)) || { status: status ?? 'reported' };
  if (isOwnAct(context.document, speaks, trigger, attribution))
    return { status: status ?? 'reported', ...(attribution.speaker && { speaker: attribution.speaker }) };
  if (status === 'planned' && isWarning(context.document, attribution))
    return { status, warned: true, ...(attribution.speaker && { source: attribution.speaker }) };
  const isAside = isAdded(context.document, trigger, attribution);
  if (UNREAL_STANCES.has(attribution.cueStance) && isAside) return { status: status ?? 'reported' };
  if (UNREAL_STANCES.has(attribution.cueStance) && !isWarned(context.document, attribution, trigger, status))
    return null;
  // 'said that they must be ready to meet': what is demanded or refused is not planned
  if (status !== null && (attribution.stance === 'demands' || attribution.stance === 'refuses')) return null;
  if (attribution.stance === 'accuses' && speaks) return null;
  // 'Neither side confirmed that they had met', 'did not say that': nobody tells it
  if (attribution.unreal && status === null && attribution.stance === 'states') return null;
  const source = attribution.speaker ? { source: attribution.speaker } : {};
  if (attribution.stance === 'denies')
    return isAside ? { status: status ?? 'reported' } : { status: 'denied', ...source };
  if (attribution.cueStance === 'threatens') return { status: 'threatened', ...source };
  if (status !== null) return { status, ...source };
  const speaker = attribution.speakerText?.text ?? '';
  if (EVERYBODY.test(speaker)) return { status: 'reported' };
  return { status: 'alleged', ...source };
}

/** 'denies backing the rebels, who have taken the town': what a clause between commas adds is the article's word; nobody denies or demands it. */
function isAdded({ tokens }: Document, trigger: Token, { cueToken }: Attribution): boolean {
  let at = trigger;
  for (let step = 0; step < MOST_STEPS && at.head >= 0 && at.index !== cueToken; step++) {
    if (relationOf(at) === 'acl' && at.head < at.index) {
      for (let index = at.index - 1; index > at.head; index--) {
        const { text } = tokens[index] as Token;
        if (/^(?:who|which|whose|whom)$/i.test(text)) return tokens[index - 1]?.text === ',';
      }
    }
    at = tokens[at.head] as Token;
  }
  return false;
}

/** 'warned that X is massing troops': what is warned of is under way, where its verb is no future. */
function isWarned(
  document: Document,
  { cueStance, cueToken }: Attribution,
  trigger: Token,
  status: EventStatus | null,
): boolean {
  if (status !== null || !isWarning(document, { cueStance, cueToken })) return false;
  return trigger.upos === 'VERB' && relationOf(trigger) === 'ccomp';
}

function isWarning(
  document: Document,
  { cueStance, cueToken }: Pick<Attribution, 'cueStance' | 'cueToken'>,
): boolean {
  return cueStance === 'predicts' && document.tokens[cueToken]?.lemma === 'warn';
}

function speechOf(lexicon: EventLexicon, trigger: Token): boolean {
  return (lexicon.verbs.get(verbLemma(lexicon, trigger)) ?? []).some(({ entry }) => entry.speech);
}

/** 'said that … and accused …', 'deplored … and called for …': a second speech act of the same speaker, not part of what was said. */
function isOwnAct(document: Document, speaks: boolean, trigger: Token, { cueToken }: Attribution): boolean {
  const cue = document.tokens[cueToken];
  if (!cue || trigger.upos !== 'VERB' || cue.sentence !== trigger.sentence || cueToken >= trigger.index)
    return false;
  if (!speaks || /VerbForm=(?:Inf|Ger)/.test(trigger.feats) || /ing$/.test(trigger.text)) return false;
  const before = document.tokens[trigger.index - 1]?.upos === 'ADV' ? 2 : 1;
  if (!['and', 'but'].includes(document.tokens[trigger.index - before]?.lemma ?? '')) return false;
  return !trigger.children.some((index) =>
    ['nsubj', 'aux', 'csubj'].includes(relationOf(document.tokens[index] as Token)),
  );
}

/** 'must withdraw', 'had to be opened', 'are to be disbanded'. */
function isObliged(document: Document, predicate: Token, { words }: EventLexicon): boolean {
  if (
    predicate.children.some((index) => {
      const child = document.tokens[index] as Token;
      return relationOf(child) === 'aux' && words.obliging.has(child.lemma);
    })
  )
    return true;
  const head = predicate.head >= 0 ? (document.tokens[predicate.head] as Token) : null;
  return (
    head !== null &&
    relationOf(predicate) === 'xcomp' &&
    head.lemma === 'have' &&
    hasMark(document, predicate, 'to')
  );
}

/** 'are to meet in Brussels', 'a further meeting is planned'. */
function isAppointed(document: Document, trigger: Token, predicate: Token, { words }: EventLexicon): boolean {
  // 'was called off' is no call for it
  const isOff = document.tokens[predicate.index + 1]?.text === 'off';
  if (
    trigger !== predicate &&
    !isOff &&
    isPassive(document, predicate) &&
    words.intending.has(predicate.lemma)
  )
    return true;
  const [to, be] = [document.tokens[predicate.index - 1], document.tokens[predicate.index - 2]];
  if (to?.lemma === 'to' && (be?.lemma === 'be' || be?.text === 'are') && be.sentence === predicate.sentence)
    return true;
  // 'are to lay down their arms and to be disbanded'
  const first = relationOf(predicate) === 'conj' ? document.tokens[predicate.head] : undefined;
  return (
    first !== undefined &&
    first.index < predicate.index &&
    hasMark(document, predicate, 'to') &&
    isAppointed(document, first, first, { words } as EventLexicon)
  );
}
