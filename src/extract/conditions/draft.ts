import { type Condition, type Edtf, type Span, spanOf } from '../../model/index.ts';
import type { Sentence, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { childIn, childrenIn, hasFeature } from '../phrase.ts';
import { scopeOf } from '../status/status.ts';
import { begunBefore } from './begun-before.ts';
import { exceptionsIn } from './exceptions.ts';
import { isLongAgo } from './history.ts';
import type { ConditionEntry } from './lexicon.ts';
import { overOn } from './over.ts';
import { isAhead, isBehind, isOfOldSentence, isSoon } from './plausible.ts';
import { isDenialOfOther, isFailed, isOfDismissedReport, isOrdered, isSaidToDeny } from './reality.ts';
import { thingOf } from './thing.ts';
import { dayBefore } from './time/counted.ts';
import { dayOfVerb } from './time/day.ts';
import { endOf } from './time/end.ts';
import { startOf } from './time/start.ts';
import { isAimedAt, isOfFuture, isToCome } from './to-come.ts';
import { isOneOf } from './verbs.ts';
import type { Workshop } from './workshop.ts';

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
  /** It is told as it is now: 'remains closed', 'is still in force'. */
  readonly isNow: boolean;
  /** It is told only by what undoes it ('reopened the border'): that it stood before, another sentence says. */
  readonly isUndone: boolean;
  /** One of several: 'a truce'. */
  readonly isIndefinite: boolean;
  /** Not the one that was told before: 'a similar siege'. */
  readonly isAnother: boolean;
  readonly rule: string;
}

/** What a rule found: the words that tell of a state, and how. */
export interface Telling {
  readonly entry: ConditionEntry;
  readonly trigger: Token;
  /** The verb under which it is told; the trigger itself where there is none. */
  readonly predicate: Token;
  /** Head of what it is on. */
  readonly patient: Token | null;
  readonly by: readonly string[];
  readonly isState: boolean;
  /** The verbs with which it began, where another than the predicate, and was ended. */
  readonly began?: Token | null;
  readonly ended?: Token | null;
  readonly isUndone?: boolean;
  /** The day that it began on, where the rule knows. */
  readonly counted?: Edtf | null;
  /** That it stood is taken for granted: 'demanded that *the* siege be lifted'. */
  readonly isDefinite?: boolean;
  /** It is only named, as one that there is: what is denied or planned of it is another matter. */
  readonly isGiven?: boolean;
  /** The words on which its dates may hang, where not the two. */
  readonly dated?: readonly Token[];
}

const UNREAL = new Set(['planned', 'threatened', 'conditional']);

/** The draft of a telling; null where it is only demanded, planned or threatened. */
export function draftOf(workshop: Workshop, telling: Telling): ConditionDraft | null {
  const { context, extents, lexicon, words } = workshop;
  const { document } = context;
  const { entry, trigger, predicate, patient, isState } = telling;
  const ended = telling.ended ?? null;
  if (isOfDismissedReport(document, ended ?? predicate)) return null;
  if (ended === null && isFailed(document, predicate)) return null;
  const found = scopeOf(context, lexicon, trigger, ended ?? predicate);
  const isTold =
    (found?.status === 'denied' && isDenialOfOther(workshop, trigger)) ||
    (trigger === predicate && isOrdered(document, predicate));
  const scope: typeof found = isTold ? { ...found, status: 'reported' } : found;
  const isUnreal = !scope || UNREAL.has(scope.status);
  // What is to be ended stands: 'demanded that the siege be lifted', 'refused to reopen the border'.
  const isKept =
    ended !== null &&
    (isUnreal ||
      scope.status === 'negated' ||
      scope.status === 'denied' ||
      isAimedAt(document, ended) ||
      isToCome(context, ended));
  // What will last stands: 'is to be prolonged', 'will remain in force'.
  const isProlonged =
    scope?.status === 'planned' &&
    isOneOf(document, predicate, words.prolonging) &&
    (telling.isDefinite === true || isOneOf(document, predicate, words.keeping));
  const isGiven = telling.isGiven === true && scope?.status !== 'denied' && scope?.status !== 'conditional';
  // 'An embargo on arms expires in February'
  const isComing =
    ended !== null && (patient !== null || telling.isDefinite === true) && isToCome(context, ended);
  if (isKept ? !telling.isDefinite && !isComing : isUnreal && !isProlonged && !isGiven) return null;
  // 'rejected reports that it would close the border'
  if (scope?.status === 'denied' && !isKept && isOfFuture(document, predicate)) return null;
  // Who is accused of breaking a ceasefire has not ended it; whether it holds is disputed.
  const isBreach =
    isOneOf(document, predicate, words.breaching) &&
    entry.kind === 'ceasefire' &&
    scope?.status !== 'reported';
  const isEnded = ended !== null && !isKept && !isBreach;
  const isDisputed =
    !isKept && !isGiven && (isBreach || scope?.status === 'denied' || scope?.status === 'negated');
  const over = isKept ? null : overOn(workshop, predicate, trigger);
  const told = telling.dated ?? [trigger, predicate];
  const { since: given, days } = startOf(context, ...told);
  const began = telling.began ?? (isState && predicate === trigger ? null : predicate);
  const begins = began !== null && began !== ended && (!isState || telling.began != null) && !isDisputed;
  const since =
    given ??
    telling.counted ??
    (begins
      ? (dayBefore(context, began) ?? dayOfVerb(context, began))
      : ended && isEnded
        ? begunBefore(workshop, entry, ended)
        : null);
  const end = isEnded || isComing ? dayOfVerb(context, ended) : (over?.edtf ?? endOf(context, ...told));
  // 'announced a curfew from Saturday'
  if (begins && since !== null && isSoon(context, since)) return null;
  if (!isState && since === null && isOfOldSentence(context, trigger)) return null;
  // 'brokered a truce in 1999': nothing says that it stands
  const { published } = context.article;
  const isOnlyAct =
    trigger.upos === 'NOUN' && begins && predicate === began && given === null && !telling.counted;
  if (isOnlyAct && since && published && isLongAgo(since, published)) return null;
  const place = patient ? context.placeOf(patient.index) : null;
  const on = patient && place === null ? context.actors.actorOf(patient.index) : null;
  // 'while they are in jail': nobody in particular
  if (patient?.upos === 'PRON' && on === null) return null;
  return {
    kind: entry.kind,
    head: patient,
    thing:
      patient && patient.upos !== 'PRON' ? thingOf(document, extents, patient, [trigger, predicate]) : null,
    place: place?.name ?? null,
    on,
    by: [...new Set(telling.by)],
    since: isOfHalt(telling) || isAhead(context, since) ? null : since,
    until: isOfHalt(telling)
      ? (end ?? given)
      : !isEnded && over === null && isBehind(context, end)
        ? null
        : end,
    days: isOfHalt(telling) ? null : days,
    exceptions: exceptionsIn(context, extents, document.sentences[trigger.sentence] as Sentence),
    isDenied: !isKept && (isBreach || (scope?.status === 'denied' && isSaidToDeny(context, trigger))),
    status: isDisputed ? 'disputed' : isEnded || over !== null ? 'ended' : 'stands',
    evidence: evidenceOf(context, trigger),
    trigger,
    isState,
    isNow: !isUnreal && isNow(workshop, predicate),
    isUndone: telling.isUndone === true && !isKept,
    isIndefinite: isIndefinite(context, trigger),
    isAnother: childrenIn(document, trigger, 'amod').some(({ lemma }) =>
      words.another.has(lemma.toLowerCase()),
    ),
    rule: `${entry.kind} by “${trigger.lemma}”`,
  };

  /** 'Talks have been frozen since May': since then they are not under way. */
  function isOfHalt({ entry: { kind } }: Telling): boolean {
    return kind === 'talks' && isEnded;
  }

  function evidenceOf({ article: { text } }: ExtractionContext, { sentence }: Token): Span {
    const { start, end: last } = document.sentences[sentence] as Sentence;
    return spanOf(text, start, last);
  }
}

function isNow({ context: { document } }: Workshop, predicate: Token): boolean {
  const auxiliary = childIn(document, predicate, 'aux', 'cop') ?? predicate;
  return hasFeature(auxiliary, 'Tense=Pres') && auxiliary.lemma !== 'have';
}

function isIndefinite({ document }: ExtractionContext, trigger: Token): boolean {
  return (
    trigger.upos === 'NOUN' &&
    trigger.children.some((index) => /^(?:an?|another)$/i.test((document.tokens[index] as Token).text))
  );
}
