import type { Condition, Edtf, Span } from '../../model/index.ts';
import type { ExtractionContext } from '../context.ts';
import { eventLexiconOf } from '../events/lexicon.ts';
import { extentsOf } from '../phrase.ts';
import { exceptionsIn } from './exceptions.ts';
import { type ConditionDraft, conditionDraftsOf, runningDays } from './find.ts';
import { conditionLexiconOf } from './lexicon.ts';

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
  const groups: ConditionDraft[][] = [];
  const latest: ConditionDraft[][] = [];
  for (const sentence of document.sentences) {
    if (sentence.language !== document.language) continue;
    for (const draft of conditionDraftsOf(context, extents, entries, lexicon, sentence)) {
      const home = latest.find((group) => isSame(group, draft));
      if (home) home.push(draft);
      else {
        const group = [draft];
        groups.push(group);
        latest.push(group);
        if (latest.length > MOST_GROUPS) latest.shift();
      }
    }
  }
  return groups
    .filter((group) => group.some(({ status, isDenied }) => status !== 'disputed' || isDenied))
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

/** A closure of one of these is the blockade that was told before. */
const WAYS = new Set(['road', 'corridor', 'highway', 'route']);

function isSame(group: readonly ConditionDraft[], draft: ConditionDraft): boolean {
  const [first] = group as [ConditionDraft];
  if (first.kind === 'blockade' && draft.kind === 'closure' && draft.status === 'stands')
    return (
      group.some(({ since }) => since !== null && since === draft.since) ||
      (WAYS.has(draft.head?.lemma.toLowerCase() ?? '') && group.some(({ head }) => head !== null))
    );
  if (first.kind !== draft.kind) return false;
  if ((first.status === 'ended') !== (draft.status === 'ended') && draft.kind === 'closure') return false;
  if (draft.head === null || first.head === null) return true;
  const names = group.map(({ head }) => head?.lemma.toLowerCase());
  if (names.includes(draft.head.lemma.toLowerCase())) return true;
  if (draft.kind === 'outage') return group.some((one) => resourceOf(one) === resourceOf(draft));
  if (draft.kind === 'detention') return group.some((one) => isOnePerson(one, draft));
  // A blockade of a road, of its corridor and of the region behind it is one blockade; gas and electricity are two outages.
  return (
    draft.kind === 'blockade' ||
    draft.kind === 'ceasefire' ||
    draft.kind === 'talks' ||
    draft.kind === 'siege'
  );
}

const RESOURCES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:gas|pipeline|valve|heating)\b/i, 'gas'],
  [/\b(?:electric\w*|power|grid|voltage|current)\b/i, 'electricity'],
  [/\b(?:internet|phone|telephone|network|communications?)\b/i, 'communication'],
  [/\bwater\b/i, 'water'],
];

/** What is cut: the pipeline is the gas; a power line may be down while there is electricity from elsewhere. */
function resourceOf({ thing, head }: ConditionDraft): string {
  if (head?.lemma === 'line') return 'line';
  const text = thing ?? head?.text ?? '';
  return RESOURCES.find(([words]) => words.test(text))?.[1] ?? text.toLowerCase();
}

/** Sentences between two tellings of one detention, at most. */
const NEAR = 6;

/** 'a 68-year-old man' and later 'a patient': one person without a name. */
function isOnePerson(a: ConditionDraft, b: ConditionDraft): boolean {
  if (a.head === null || b.head === null) return true;
  if (Math.abs(a.trigger.sentence - b.trigger.sentence) > NEAR) return false;
  const isSingle = ({ feats }: { feats: string }): boolean => /Number=Sing/.test(feats);
  return isSingle(a.head) && isSingle(b.head) && (a.head.upos === 'NOUN' || b.head.upos === 'NOUN');
}

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
  const since = earliest(group.flatMap((draft) => (draft.since ? [draft.since] : [])));
  const until = group.find((draft) => draft.until)?.until;
  const by = [...new Set(group.flatMap((draft) => draft.by))];
  const asOf = context.article.published;
  const told = group.find(({ days }) => days !== null)?.days;
  const days = told ?? runningDays(since, asOf);
  const statuses = new Set(group.map(({ status }) => status));
  const status = statuses.has('disputed') ? 'disputed' : statuses.has('ended') ? 'ended' : 'stands';
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

function earliest(dates: readonly Edtf[]): Edtf | undefined {
  return [...dates].sort((a, b) => (a < b ? -1 : 1))[0];
}

function sentencesOf(group: readonly ConditionDraft[]): Span[] {
  const seen = new Set<number>();
  return group.map(({ evidence }) => evidence).filter(({ start }) => !seen.has(start) && seen.add(start));
}
