import { type Casualties, type Event, quadOf, type Span } from '../../model/index.ts';
import type { ExtractionContext } from '../context.ts';
import type { EventDraft } from './draft.ts';

/** Sentences between two tellings of one event, at most, where nothing but the type speaks for it. */
const NEAR = 3;
/** Types whose tellings are merged over the whole article; speech acts are told once each. */
const OVER_ARTICLE = new Set(['CONSULT', 'ASSAULT', 'COERCE', 'RETREAT', 'AID', 'MOBILIZE', 'PROTEST']);

interface Group {
  drafts: EventDraft[];
}

/** Puts the tellings of one event together. Drafts that only point back and find nothing give no event. */
export function mergeDrafts(drafts: readonly EventDraft[]): EventDraft[][] {
  const groups: Group[] = [];
  for (const draft of drafts) {
    const home = groups.findLast((group) => belongs(group, draft));
    if (home) home.drafts.push(draft);
    else if (!draft.pointsBack || stands(draft)) groups.push({ drafts: [draft] });
  }
  return groups.map((group) => group.drafts);
}

/** A reference stands for itself only where it brings its own date and party. */
function stands({ date, actors, toll, rule }: EventDraft): boolean {
  if (toll.killed.length > 0) return true;
  return (
    !rule.includes(' by reference ') ||
    (date.basis !== 'none' && date.basis !== 'published' && actors.length > 0)
  );
}

function belongs({ drafts }: Group, draft: EventDraft): boolean {
  const [first] = drafts as [EventDraft];
  const last = drafts.at(-1) as EventDraft;
  if (first.entry.type !== draft.entry.type || !compatibleStatus(first, draft)) return false;
  if (!OVER_ARTICLE.has(first.entry.type)) return false;
  const dated = drafts.find(({ date }) => date.basis !== 'none' && date.basis !== 'published');
  const isDated = draft.date.basis !== 'none' && draft.date.basis !== 'published';
  if (dated && isDated && dated.date.edtf !== draft.date.edtf) return false;
  const sameDay = dated !== undefined && isDated;
  const distance = draft.sentence - last.sentence;
  const parties = new Set(drafts.flatMap(({ actors, recipients }) => [...actors, ...recipients]));
  const own = [...draft.actors, ...draft.recipients];
  const shares = own.some((id) => parties.has(id));
  const sameMode =
    first.entry.mode === draft.entry.mode || first.entry.type === 'ASSAULT' || first.entry.type === 'CONSULT';
  if (!sameMode) return false;
  if (first.entry.type === 'AID' || first.entry.type === 'COERCE' || first.entry.type === 'RETREAT') {
    return (
      shares &&
      distance <= NEAR &&
      first.triggerSpan.text.toLowerCase() === draft.triggerSpan.text.toLowerCase() &&
      (sameDay || !isDated)
    );
  }
  if (sameDay) return shares || own.length === 0 || distance <= NEAR;
  if (draft.pointsBack) return distance <= NEAR * 3;
  if (first.entry.type === 'ASSAULT')
    return (
      distance <= 1 || (shares && distance <= NEAR) || (draft.status === 'alleged' && distance <= NEAR * 2)
    );
  return shares && distance <= NEAR;
}

const REAL = new Set(['reported', 'alleged']);

function compatibleStatus(a: EventDraft, b: EventDraft): boolean {
  return a.status === b.status || (REAL.has(a.status) && REAL.has(b.status));
}

/** One event of a group of tellings: reported where any of them is, with every figure and sentence. */
export function eventOf(context: ExtractionContext, drafts: readonly EventDraft[]): Event {
  const reported = drafts.filter(({ status }) => status === 'reported');
  const leading = reported.length > 0 ? reported : drafts;
  const [first] = leading as [EventDraft];
  const dated =
    leading.find(({ date }) => date.basis !== 'none' && date.basis !== 'published') ??
    drafts.find(({ date }) => date.basis !== 'none') ??
    first;
  const place = drafts.find((draft) => draft.place)?.place;
  const actors = unique(leading.flatMap((draft) => draft.actors));
  const recipients = unique(leading.flatMap((draft) => draft.recipients)).filter(
    (id) => !actors.includes(id),
  );
  const overseers = unique(drafts.flatMap((draft) => draft.overseers)).filter((id) => !actors.includes(id));
  const { type, contexts } = first.entry;
  const mode = first.entry.mode ?? drafts.find(({ entry }) => entry.mode)?.entry.mode;
  const { source } = first;
  return {
    id: context.ids('event', type, first.triggerSpan.start),
    type,
    ...(mode && { mode }),
    contexts: [...contexts],
    actors,
    recipients,
    ...(overseers.length > 0 && { overseers }),
    date: dated.date,
    ...(place && { place }),
    topics: unique(drafts.flatMap(({ topics }) => topics)),
    killed: merged(drafts.flatMap(({ toll }) => toll.killed)),
    injured: merged(drafts.flatMap(({ toll }) => toll.injured)),
    status: first.status,
    ...(source && first.status !== 'reported' && { source }),
    quad: quadOf(type),
    evidence: sentencesOf(drafts),
    trigger: first.triggerSpan,
    confidence: Number(
      Math.max(
        0.05,
        Math.min(
          0.99,
          Math.max(...drafts.map(({ confidence }) => confidence)) + (drafts.length > 1 ? 0.05 : 0),
        ),
      ).toFixed(2),
    ),
  };
}

function sentencesOf(drafts: readonly EventDraft[]): Span[] {
  const seen = new Set<number>();
  return drafts
    .map(({ evidence }) => evidence)
    .filter(({ start }) => !seen.has(start) && seen.add(start))
    .sort((a, b) => a.start - b.start);
}

function merged(tolls: readonly Casualties[]): Casualties[] {
  const seen = new Set<string>();
  return tolls.filter((toll) => {
    const key = JSON.stringify([toll.count, toll.actor, toll.atLeast, toll.atMost]);
    return !seen.has(key) && seen.add(key);
  });
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
