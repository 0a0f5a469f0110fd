import type { Condition, Edtf, Span } from '../../model/index.ts';
import type { Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { eventLexiconOf } from '../events/lexicon.ts';
import { extentsOf } from '../phrase.ts';
import { denialsOf, draftsByDenial } from './denial.ts';
import type { ConditionDraft } from './draft.ts';
import { exceptionsIn } from './exceptions.ts';
import { conditionDraftsOf } from './find.ts';
import { ConditionGroup } from './group.ts';
import { isLongAgo } from './history.ts';
import { conditionLexiconOf } from './lexicon.ts';
import { draftsByPronoun, MOST_SENTENCES } from './pronoun.ts';
import { bestStart, runningDays } from './time/running.ts';
import { conditionWords } from './words.ts';

/**
 * The standing conditions of an article, in text order. Tellings of one kind on one thing are put together; where one says that it
 * stands and another denies it, it is disputed.
 */
export function extractConditions(context: ExtractionContext): ToldCondition[] {
  const { document } = context;
  const entries = document.hasTrees ? conditionLexiconOf(document.language) : null;
  const lexicon = eventLexiconOf(document.language);
  if (!entries || !lexicon) return [];
  const extents = extentsOf(document);
  const workshop = { context, extents, lexicon, words: conditionWords(), denials: denialsOf(context) };
  const groups: ConditionGroup[] = [];
  const latest: ConditionGroup[] = [];
  const recent = new Map<ConditionDraft, ConditionGroup>();
  for (const sentence of document.sentences) {
    if (sentence.language !== document.language) continue;
    for (const draft of conditionDraftsOf(workshop, entries, sentence)) {
      let home = latest.find((group) => group.tells(draft));
      if (home) home.add(draft);
      else {
        home = new ConditionGroup(draft);
        groups.push(home);
        latest.push(home);
        if (latest.length > MOST_GROUPS) latest.shift();
      }
      recent.set(draft, home);
    }
    if (recent.size === 0) continue;
    const told = [...recent.keys()];
    for (const [of, draft] of [
      ...draftsByPronoun(workshop, sentence, told),
      ...draftsByDenial(workshop, sentence, told),
    ])
      recent.get(of)?.add(draft);
    const { sentence: at } = document.tokens[sentence.firstToken] as Token;
    for (const draft of recent.keys())
      if (at - draft.trigger.sentence >= MOST_SENTENCES) recent.delete(draft);
  }
  return groups
    .map(({ drafts }) => drafts)
    .filter((group) =>
      group.some(({ kind, status, isDenied }) => status !== 'disputed' || (isDenied && kind !== 'talks')),
    )
    .filter((group) =>
      group.some((draft) => !draft.isUndone || (draft.until !== null && draft.kind !== 'detention')),
    )
    .filter((group) => !isHistory(group, context.article.published))
    .map((group) => ({
      condition: conditionOf(context, group, laterExceptions(context, extents, group)),
      triggers: group.map(({ trigger: { start, end, text } }) => ({ start, end, text })),
    }));
}

/** A condition with the words that tell of it, by which claims are linked to it. */
export interface ToldCondition {
  readonly condition: Condition;
  readonly triggers: readonly Span[];
}

/** Groups that a telling is held against, at most: the latest ones, so that a long article takes no longer by the word. */
const MOST_GROUPS = 24;

/** The sentence after a telling often says who may pass. */
function laterExceptions(
  context: ExtractionContext,
  extents: ReturnType<typeof extentsOf>,
  group: readonly ConditionDraft[],
): string[] {
  if (!['blockade', 'closure', 'siege'].includes((group[0] as ConditionDraft).kind)) return [];
  return group.flatMap(({ trigger }) => {
    const next = context.document.sentences[trigger.sentence + 1];
    const own = context.document.sentences[trigger.sentence];
    return next && own && next.paragraph === own.paragraph ? exceptionsIn(context, extents, next) : [];
  });
}

function conditionOf(
  context: ExtractionContext,
  group: readonly ConditionDraft[],
  more: readonly string[],
): Condition {
  const [first] = group as [ConditionDraft];
  const named = group.find(({ thing }) => thing !== null);
  const place = group.find((draft) => draft.place)?.place;
  const on = group.find((draft) => draft.on)?.on;
  const since = bestStart(group.flatMap((draft) => (draft.since ? [draft.since] : [])));
  const status = statusOf(group);
  const until = (
    group.find((draft) => draft.until && draft.status === 'ended' && status === 'ended') ??
    group.find((draft) => draft.until && (draft.status !== 'ended' || status === 'ended'))
  )?.until;
  const by = [...new Set(group.flatMap((draft) => draft.by))];
  const asOf = context.article.published;
  const told = group.find(({ days }) => days !== null)?.days;
  const days = told ?? runningDays(since, asOf);
  for (const { rule, trigger } of group)
    context.explain?.(rule, { start: trigger.start, end: trigger.end, text: trigger.text });
  return {
    id: context.ids('condition', first.kind, first.trigger.start),
    kind: first.kind,
    on: { ...(place && { place }), ...(on && { actor: on }), ...(named?.thing && { thing: named.thing }) },
    ...(by.length > 0 && { by }),
    ...(since && { since }),
    ...(until && { until }),
    ...(days !== null && status !== 'ended' && { days }),
    ...(asOf && { asOf }),
    exceptions: [...new Set([...group.flatMap(({ exceptions }) => exceptions), ...more])],
    status,
    evidence: sentencesOf(group),
  };
}

/** Over where a telling says so, unless a later one tells of it as it is now: 'was eased in the north, but remains in force'. */
function statusOf(group: readonly ConditionDraft[]): Condition['status'] {
  if (group.some(({ status }) => status === 'disputed')) return 'disputed';
  const ended = group.findLastIndex(({ status }) => status === 'ended');
  return ended < 0 || group.slice(ended + 1).some(({ status, isNow }) => status === 'stands' && isNow)
    ? 'stands'
    : 'ended';
}

/** Years after which what has ended is history. */
const HISTORY_YEARS = 10;

/** Only acts, all of them of long ago, or an end of many years ago. */
function isHistory(group: readonly ConditionDraft[], published: Edtf | undefined): boolean {
  const year = (date: Edtf) => Number(date.slice(0, 4));
  const isOver = ({ status, until }: ConditionDraft) =>
    status === 'ended' &&
    until !== null &&
    published !== undefined &&
    year(published) - year(until) > HISTORY_YEARS;
  if (group.every(isOver)) return true;
  if (published === undefined || group.some(({ isState, until }) => isState || until !== null)) return false;
  return group.every(({ since }) => since !== null && isLongAgo(since, published));
}

function sentencesOf(group: readonly ConditionDraft[]): Span[] {
  const seen = new Set<number>();
  return group.map(({ evidence }) => evidence).filter(({ start }) => !seen.has(start) && seen.add(start));
}
