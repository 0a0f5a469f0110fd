import {
  addDays,
  boundsOfEdtf,
  type Condition,
  daysBetween,
  type Edtf,
  type Span,
  spanOf,
} from '../../model/index.ts';
import { type DateMention, dateOfClause, type Sentence, type Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { datesOfSentence } from '../dates-of-sentence.ts';
import { agentOf, isPassive, phrasesWith, subjectOf, withConjuncts } from '../events/clause.ts';
import { dayOfAct } from '../events/dating.ts';
import type { EventLexicon } from '../events/lexicon.ts';
import { partiesOf } from '../events/match.ts';
import { childIn, childrenIn, type Extents, hasFeature, relationOf, spanOfTokens } from '../phrase.ts';
import { scopeOf } from '../status/status.ts';
import { exceptionsIn } from './exceptions.ts';
import { type ConditionEntry, triggersOf } from './lexicon.ts';

/** A condition as one sentence tells it. */
export interface ConditionDraft {
  readonly kind: Condition['kind'];
  /** Head of what it is on; null where the sentence does not say. */
  readonly head: Token | null;
  readonly thing: string | null;
  readonly place: string | null;
  readonly on: string | null;
  readonly by: readonly string[];
  readonly since: Edtf | null;
  readonly until: Edtf | null;
  readonly days: number | null;
  readonly exceptions: readonly string[];
  readonly status: Condition['status'];
  /** A side denies that it stands, which says that another claims it. */
  readonly isDenied: boolean;
  readonly evidence: Span;
  readonly trigger: Token;
  /** It is named as a state ('the blockade', 'has been blocked for'), not as an act that may have been over at once. */
  readonly isState: boolean;
  readonly rule: string;
}

const ENDING = new Set([
  'end',
  'lift',
  'finish',
  'expire',
  'collapse',
  'restore',
  'reopen',
  'unblock',
  'break',
  'violate',
  'suspend',
  'freeze',
  'call',
]);
/** Verbs by which talks are no longer under way. */
const HALTING = new Set(['suspend', 'freeze', 'collapse', 'end', 'call', 'break']);
const BREACHING = new Set(['break', 'violate', 'breach']);
/** Verbs with which a named state begins. */
const BEGINNING = new Set([
  'take',
  'enter',
  'begin',
  'start',
  'come',
  'go',
  'impose',
  'announce',
  'declare',
  'agree',
  'reach',
]);
const LASTING = new Set([
  'continue',
  'remain',
  'last',
  'stand',
  'hold',
  'enter',
  'persist',
  'begin',
  'start',
  'come',
  'take',
  'go',
  'be',
  'go',
  'impose',
  'announce',
  'agree',
  'reach',
  'keep',
  'cause',
  'leave',
  'declare',
  'follow',
]);

/** All conditions that a sentence tells of. */
export function conditionDraftsOf(
  context: ExtractionContext,
  extents: Extents,
  entries: readonly ConditionEntry[],
  lexicon: EventLexicon,
  sentence: Sentence,
): ConditionDraft[] {
  const { document } = context;
  const found: ConditionDraft[] = [];
  const triggers = triggersOf(entries);
  for (let index = sentence.firstToken; index < sentence.endToken; index++) {
    const token = document.tokens[index] as Token;
    if (!/^(?:VERB|NOUN|ADJ|ADV)$/.test(token.upos)) continue;
    if (!triggers.has(token.lemma.toLowerCase()) && !triggers.has(token.text.toLowerCase())) continue;
    for (const entry of entries) {
      const draft =
        token.upos === 'VERB' && entry.verbs.includes(token.lemma)
          ? (entry.negated ? stoppedDraft : verbDraft)(context, extents, entry, lexicon, token, sentence)
          : /^AD[JV]$/.test(token.upos) && entry.adjectives.includes(token.lemma)
            ? adjectiveDraft(context, extents, entry, lexicon, token, sentence)
            : token.upos === 'NOUN' &&
                entry.nouns.includes(
                  entry.kind === 'talks' ? token.text.toLowerCase() : token.lemma.toLowerCase(),
                )
              ? nounDraft(context, extents, entry, lexicon, token, sentence)
              : null;
      if (draft) {
        found.push(draft);
        break;
      }
    }
  }
  return found;
}

function verbDraft(
  context: ExtractionContext,
  extents: Extents,
  entry: ConditionEntry,
  lexicon: EventLexicon,
  verb: Token,
  sentence: Sentence,
): ConditionDraft | null {
  const { document } = context;
  if (relationOf(verb) === 'amod') return null;
  const object = partiesOf(document, lexicon, verb).patient;
  const mayBeSubject = entry.kind === 'outage' || (isStateVerb(document, verb) && !entry.lasting);
  const subject = mayBeSubject ? subjectOf(document, verb) : null;
  const patient = [object, subject].find((one) => one && fitOf(context, entry, one)) ?? null;
  if (!patient) return null;
  if (entry.with.length > 0) {
    const words = document.tokens.slice(
      extents.first[patient.index] as number,
      (extents.last[patient.index] as number) + 1,
    );
    if (!words.some(({ lemma }) => entry.with.includes(lemma.toLowerCase()))) return null;
  }
  const isState =
    isStateVerb(document, verb) ||
    timeOf(context, verb).days !== null ||
    timeOf(context, verb).since !== null;
  // A detention or deployment that is only reported as an act is an event, not a condition.
  if (!isState && (entry.kind === 'deployment' || entry.lasting)) return null;
  const agent = isPassive(document, verb)
    ? agentOf(document, verb)
    : patient === object
      ? subjectOf(document, verb)
      : null;
  return draftOf(
    context,
    extents,
    entry,
    lexicon,
    verb,
    verb,
    patient,
    sentence,
    agent ? context.actors.actorsOf(agent.index, { add: true }) : [],
    isState,
  );
}

/** The noun of a phrase that the entry asks for: itself, what is joined to it, or what stands under it: 'the supply of gas'. */
function fitOf(context: ExtractionContext, entry: ConditionEntry, patient: Token): Token | undefined {
  const { document } = context;
  const heads = withConjuncts(document, patient).flatMap((head) => [
    head,
    ...phrasesWith(document, head, ['of', 'to']),
  ]);
  return heads.find(
    ({ lemma, index, upos }) =>
      entry.objects.includes(lemma.toLowerCase()) ||
      (entry.kind === 'occupation' && upos === 'PROPN' && context.placeOf(index) !== null) ||
      (entry.kind === 'detention' && upos === 'PROPN' && isPerson(context, index)),
  );
}

function isPerson({ actors }: ExtractionContext, token: number): boolean {
  const id = actors.actorOf(token);
  return id !== null && actors.get(id).kind === 'person';
}

/** Present perfect or present of a passive: 'has been blocked', 'is cut'. */
function isStateVerb(document: ExtractionContext['document'], verb: Token): boolean {
  const auxiliaries = childrenIn(document, verb, 'aux').map(
    ({ lemma, text }) => `${lemma} ${text.toLowerCase()}`,
  );
  if (auxiliaries.some((text) => /^have (?:has|have)$/.test(text))) return true;
  return isPassive(document, verb) && auxiliaries.some((text) => /^be (?:is|are|remains?)$/.test(text));
}

/** 'Food still does not pass', 'no food has come in over the bridge': what does not happen any more is a closure. */
function stoppedDraft(
  context: ExtractionContext,
  extents: Extents,
  entry: ConditionEntry,
  lexicon: EventLexicon,
  verb: Token,
  sentence: Sentence,
): ConditionDraft | null {
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
  const draft = draftOf(context, extents, entry, lexicon, verb, verb, subject, sentence, [], true);
  return (
    draft && {
      ...draft,
      status: context.attributionOf(verb.index)?.stance === 'denies' ? 'disputed' : 'stands',
    }
  );
}

function adjectiveDraft(
  context: ExtractionContext,
  extents: Extents,
  entry: ConditionEntry,
  lexicon: EventLexicon,
  adjective: Token,
  sentence: Sentence,
): ConditionDraft | null {
  const { document } = context;
  const subject = subjectOf(document, adjective);
  if (!subject || relationOf(adjective) === 'amod' || !entry.objects.includes(subject.lemma.toLowerCase()))
    return null;
  return draftOf(context, extents, entry, lexicon, adjective, adjective, subject, sentence, [], true);
}

function nounDraft(
  context: ExtractionContext,
  extents: Extents,
  entry: ConditionEntry,
  lexicon: EventLexicon,
  noun: Token,
  sentence: Sentence,
): ConditionDraft | null {
  const { document } = context;
  if (relationOf(noun) === 'compound' || isOfNoTown(document, lexicon, noun)) return null;
  const head = noun.head >= 0 ? (document.tokens[noun.head] as Token) : null;
  const predicate = head?.upos === 'VERB' ? head : noun;
  const time = timeOf(context, noun);
  const isTold =
    head !== null &&
    (LASTING.has(head.lemma) || ENDING.has(head.lemma)) &&
    ['nsubj', 'obj'].includes(relationOf(noun));
  const isNamed = ['blockade', 'siege', 'outage', 'occupation'].includes(entry.kind);
  const isHalted = isTold && HALTING.has(head.lemma);
  if (entry.kind === 'talks' && !isHalted && !isUnderWay(document, noun)) return null;
  if (entry.kind === 'detention') return heldDraft(context, extents, entry, lexicon, noun, sentence);
  if (!isTold && !isNamed && time.since === null && time.days === null && !isUnderWay(document, noun))
    return null;
  const of = phrasesWith(document, noun, ['of', 'on', 'in'])[0] ?? childIn(document, noun, 'nmod') ?? null;
  const by = phrasesWith(document, noun, ['by']).flatMap((phrase) =>
    context.actors.actorsOf(phrase.index, { add: true }),
  );
  // 'Britain imposed sanctions'
  const doer =
    head !== null && relationOf(noun) === 'obj' && BEGINNING.has(head.lemma) && !isPassive(document, head)
      ? subjectOf(document, head)
      : null;
  if (doer) by.push(...context.actors.actorsOf(doer.index, { add: true }));
  const owner = childrenIn(document, noun, 'amod', 'nmod').filter(
    ({ index, deprel }) => index < noun.index && (deprel === 'amod' || deprel === 'nmod:poss'),
  );
  const side = owner.map(({ index }) => context.actors.actorOf(index)).filter((id) => id !== null);
  return draftOf(
    context,
    extents,
    entry,
    lexicon,
    noun,
    predicate,
    of && ['of', 'on', 'in'].includes(childIn(document, of, 'case')?.lemma ?? '') ? of : null,
    sentence,
    [...by, ...side],
    true,
  );
}

/** 'laid siege to the goal', 'a film of the siege': no state of any town today. */
function isOfNoTown(document: ExtractionContext['document'], { words }: EventLexicon, noun: Token): boolean {
  const head = noun.head >= 0 ? (document.tokens[noun.head] as Token) : null;
  if (relationOf(noun) === 'nmod' && head !== null && words.depicting.has(head.lemma)) return true;
  const aims = [noun, ...(head?.upos === 'VERB' ? [head] : [])].flatMap((one) =>
    phrasesWith(document, one, ['to']),
  );
  return noun.lemma === 'siege' && aims.some(({ lemma }) => lemma === 'goal' || lemma === 'area');
}

/** 'has been in prison since 2019', 'remain in custody': who is held, as the subject of what is said of the place. */
function heldDraft(
  context: ExtractionContext,
  extents: Extents,
  entry: ConditionEntry,
  lexicon: EventLexicon,
  place: Token,
  sentence: Sentence,
): ConditionDraft | null {
  const { document } = context;
  if (childIn(document, place, 'case')?.lemma !== 'in') return entry.lasting ? null : stateOf();
  const head = place.head >= 0 ? (document.tokens[place.head] as Token) : null;
  const isKept = head !== null && ['remain', 'stay', 'be', 'languish', 'sit'].includes(head.lemma);
  const subject = childIn(document, place, 'nsubj') ?? (isKept && head ? subjectOf(document, head) : null);
  if (!subject || (!isKept && !childIn(document, place, 'cop'))) return entry.lasting ? null : stateOf();
  return draftOf(context, extents, entry, lexicon, place, place, subject, sentence, [], true);

  /** 'in captivity since May', with nothing said of whom. */
  function stateOf(): ConditionDraft | null {
    const { since, days } = timeOf(context, place);
    return since === null && days === null
      ? null
      : draftOf(context, extents, entry, lexicon, place, place, null, sentence, [], true);
  }
}

/** 'are under way', 'in force', 'in effect', 'continue'. */
function isUnderWay(document: ExtractionContext['document'], noun: Token): boolean {
  const head = noun.head >= 0 ? (document.tokens[noun.head] as Token) : null;
  if (!head || relationOf(noun) !== 'nsubj') return false;
  return (
    ['way', 'force', 'effect', 'underway', 'ongoing', 'place'].includes(head.lemma) ||
    (['continue', 'hold'].includes(head.lemma) && !hasFeature(head, 'Tense=Past'))
  );
}

function draftOf(
  context: ExtractionContext,
  extents: Extents,
  entry: ConditionEntry,
  lexicon: EventLexicon,
  trigger: Token,
  predicate: Token,
  patient: Token | null,
  sentence: Sentence,
  by: readonly string[],
  isState: boolean,
): ConditionDraft | null {
  const { document, article } = context;
  const scope = scopeOf(context, lexicon, trigger, predicate);
  if (!scope || ['planned', 'threatened', 'conditional'].includes(scope.status)) return null;
  // Who is accused of breaking a ceasefire has not ended it; whether it holds is disputed.
  const isBreach = scope.status === 'alleged' && BREACHING.has(predicate.lemma);
  const isEnded = !isBreach && predicate !== trigger && ENDING.has(predicate.lemma);
  const restored = restoredOn(document, lexicon, predicate, sentence);
  const isOver = restored !== null || isFinished(document, predicate) || isOpenNow(document, predicate);
  const isDisputed = isBreach || scope.status === 'denied' || scope.status === 'negated';
  const time = timeOf(context, trigger);
  const more = predicate === trigger ? time : timeOf(context, predicate);
  const date =
    dateOfClause(document, trigger.index)?.edtf ?? dayOfAct(document, lexicon, predicate, sentence);
  const begins = !isState || (predicate !== trigger && BEGINNING.has(predicate.lemma));
  const since = time.since ?? more.since ?? (isEnded || isDisputed || !begins ? null : date);
  const phrase = patient
    ? spanOfTokens(
        document,
        startOfThing(document, sentence, extents.first[patient.index] as number, patient.index),
        Math.min(
          extents.last[patient.index] as number,
          trigger.index > patient.index ? trigger.index - 1 : Number.MAX_SAFE_INTEGER,
        ),
      )
    : null;
  const place = patient ? context.placeOf(patient.index) : null;
  const on = patient && place === null ? context.actors.actorOf(patient.index) : null;
  return {
    kind: entry.kind,
    head: patient,
    thing: phrase && phrase.text.length <= 120 ? phrase.text : (patient?.text ?? null),
    place: place?.name ?? null,
    on,
    by: [...new Set(by)],
    since,
    until: isEnded ? date : (restored?.edtf ?? null),
    days: time.days ?? more.days,
    exceptions: exceptionsIn(context, extents, sentence),
    isDenied: scope.status === 'denied',
    status: isDisputed ? 'disputed' : isEnded || isOver ? 'ended' : 'stands',
    evidence: spanOf(article.text, sentence.start, sentence.end),
    trigger,
    isState,
    rule: `${entry.kind} by “${trigger.lemma}”`,
  };
}

/** Where the words of a thing begin: after the mark of its clause and a date that was hung on it ('Since 10 January electricity'). */
function startOfThing(
  document: ExtractionContext['document'],
  sentence: Sentence,
  from: number,
  head: number,
): number {
  const dates = datesOfSentence(document, sentence);
  let first = from;
  for (let index = from; index < head; index++) {
    const token = document.tokens[index] as Token;
    const isDate = dates.some(({ start, end }) => start <= token.start && token.end <= end);
    if (token.upos === 'SCONJ' || token.upos === 'ADP' || isDate) first = index + 1;
    else break;
  }
  return first;
}

/** Since when and for how long, from the durations and 'since' dates of the sentence that hang near the trigger. */
function timeOf(
  { document, article }: ExtractionContext,
  trigger: Token,
): { since: Edtf | null; days: number | null } {
  const sentence = document.sentences[trigger.sentence] as Sentence;
  let best: DateMention | null = null;
  for (const date of datesOfSentence(document, sentence)) {
    if (date.anchor !== 'since') continue;
    if (!best || Math.abs(date.firstToken - trigger.index) < Math.abs(best.firstToken - trigger.index))
      best = date;
  }
  if (!best) return { since: null, days: null };
  if (best.kind === 'duration') {
    const since =
      best.edtf ??
      (article.published && best.days !== undefined ? addDays(article.published, -best.days) : null);
    return { since, days: best.days ?? null };
  }
  return { since: best.edtf, days: null };
}

/** Whole days from the start to the article's date; null where either is not known to the day. */
export function runningDays(since: Edtf | undefined, asOf: Edtf | undefined): number | null {
  if (!since || !asOf) return null;
  const { first, last } = boundsOfEdtf(since);
  if (first === null || first !== last) return null;
  const days = daysBetween(first, asOf);
  return days !== null && days >= 0 ? days : null;
}

/** Verbs with which what was cut comes back. */
const RESTORING = new Set(['return', 'resume', 'restore', 'reopen', 'reconnect', 'come']);

/** 'stopped on 13 December and came back on 16 December': the day that it came back; null where it did not. */
function restoredOn(
  document: ExtractionContext['document'],
  lexicon: EventLexicon,
  predicate: Token,
  sentence: Sentence,
): { edtf: Edtf | null } | null {
  for (const next of childrenIn(document, predicate, 'conj')) {
    if (!RESTORING.has(next.lemma)) continue;
    if (next.lemma === 'come' && document.tokens[next.index + 1]?.text !== 'back') continue;
    if (childrenIn(document, next, 'aux').length > 0 && !isPassive(document, next)) continue;
    return { edtf: dayOfAct(document, lexicon, next, sentence) };
  }
  return null;
}

/** 'The road that was blocked for 286 days is open'. */
function isOpenNow(document: ExtractionContext['document'], predicate: Token): boolean {
  if (relationOf(predicate) !== 'acl' || predicate.head < 0) return false;
  const noun = document.tokens[predicate.head] as Token;
  const state = noun.head >= 0 ? (document.tokens[noun.head] as Token) : null;
  return state !== null && relationOf(noun) === 'nsubj' && ['open', 'reopen', 'free'].includes(state.lemma);
}

/** 'had already been closed for some hours': over when the story begins. */
function isFinished(document: ExtractionContext['document'], predicate: Token): boolean {
  if (!childrenIn(document, predicate, 'aux').some(({ text }) => text.toLowerCase() === 'had')) return false;
  return childrenIn(document, predicate, 'obl').some(
    (phrase) =>
      childIn(document, phrase, 'case')?.lemma === 'for' && /^(?:hour|minute|day)$/.test(phrase.lemma),
  );
}
