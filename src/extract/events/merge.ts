import { type Casualties, type Event, quadOf, type Span } from '../../model/index.ts';
import type { ExtractionContext } from '../context.ts';
import type { EventDraft } from './draft.ts';

/** Sentences between two tellings of one event, at most, where nothing but the type speaks for it. */
const NEAR = 3;
/** Types whose tellings are merged over the whole article; speech acts are told once each. */
const OVER_ARTICLE = new Set(['CONSULT', 'ASSAULT', 'COERCE', 'RETREAT', 'AID', 'MOBILIZE', 'PROTEST']);

/** Groups of one type that a draft is held against, at most: the latest ones, so that a long article takes no longer by the word. */
const MOST_GROUPS = 12;

/** The tellings of one event, with what they have in common kept ready. */
class Group {
  readonly drafts: EventDraft[] = [];
  readonly parties = new Set<string>();
  /** The day, where a telling says one. */
  day: string | null = null;

  add(draft: EventDraft): void {
    this.drafts.push(draft);
    for (const id of [...draft.actors, ...draft.recipients]) this.parties.add(id);
    if (this.day === null && hasDay(draft)) this.day = draft.date.edtf;
  }
}

function hasDay({ date }: EventDraft): boolean {
  return date.basis !== 'none' && date.basis !== 'published';
}

/** Puts the tellings of one event together. Drafts that only point back and find nothing give no event. Linear in the number of drafts. `landOf`: the country of a
 * party, where it has one, and within it the side. */
export function mergeDrafts(
  drafts: readonly EventDraft[],
  landOf: (party: string) => string | undefined = () => undefined,
): EventDraft[][] {
  const groups: Group[] = [];
  const latest = new Map<string, Group[]>();
  const ofDay = new Map<string, Group[]>();
  for (const draft of drafts) {
    const { type } = draft.entry;
    const near = latest.get(type) ?? [];
    const key = `${type} ${draft.date.edtf}`;
    const sameDay = hasDay(draft) ? (ofDay.get(key) ?? []) : [];
    const home =
      near.findLast((group) => belongs(group, draft, landOf)) ??
      sameDay.findLast((group) => belongs(group, draft, landOf));
    if (home) home.add(draft);
    else if (!draft.pointsBack || stands(draft)) {
      const group = new Group();
      group.add(draft);
      groups.push(group);
      latest.set(type, [...near, group].slice(-MOST_GROUPS));
      if (hasDay(draft)) ofDay.set(key, [...sameDay, group].slice(-MOST_GROUPS));
    }
  }
  return groups.map((group) => group.drafts);
}

/** A reference stands for itself only where it brings its own date and party. */
function stands({ date, actors, toll, rule, entry, place }: EventDraft): boolean {
  if (toll.killed.length > 0) return true;
  // 'four days after a meeting of the two sides in Varda'
  if (entry.reciprocal && actors.length > 1 && place) return true;
  return !isReference({ rule }) || (date.basis !== 'none' && date.basis !== 'published' && actors.length > 0);
}

function isReference({ rule }: Pick<EventDraft, 'rule'>): boolean {
  return rule.includes(' by reference ');
}

function belongs(group: Group, draft: EventDraft, landOf: (party: string) => string | undefined): boolean {
  const { drafts, parties, day } = group;
  const [first] = drafts as [EventDraft];
  const last = drafts.at(-1) as EventDraft;
  if (first.entry.type !== draft.entry.type || !compatibleStatus(first, draft)) return false;
  if ((first.entry.apart || draft.entry.apart) && first.entry.verbs !== draft.entry.verbs) return false;
  const own = [...draft.actors, ...draft.recipients];
  const isDated = hasDay(draft);
  if (day !== null && isDated && day !== draft.date.edtf) return false;
  if (drafts.some((other) => isOfOtherDoers(other, draft, landOf))) return false;
  if (draft.isAnother && draft.sentence > last.sentence) return false;
  if (draft.entry.type === 'CONSULT' && isOtherVisit(last, draft)) return false;
  if (isSameAct(last, draft)) return true;
  if (!OVER_ARTICLE.has(first.entry.type)) return false;
  const sameDay = day !== null && isDated;
  const hasDead = drafts.some(({ toll }) => toll.killed.length > 0);
  const distance = draft.sentence - last.sentence;
  if (draft.isApart && distance === 0 && hasDead) return false;
  const shares = own.some((id) => parties.has(id));
  // 'Radios exploded, killing 20. The movement fired rockets the same day': who acts has not killed those
  const isNewDoer =
    first.entry.type === 'ASSAULT' &&
    draft.actors.length > 0 &&
    drafts.every(({ actors }) => actors.length === 0);
  if (isNewDoer && !shares && !draft.pointsBack && distance > 0 && hasDead) return false;
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
  if (draft.pointsBack)
    return distance <= NEAR * 3 && (shares || own.length === 0 || draft.isDefinite || !isReference(draft));
  if (first.entry.type === 'ASSAULT') {
    if (distance > 0 && drafts.some((other) => hasOtherDead(other, draft))) return false;
    if (shares) return distance <= NEAR || (draft.status === 'alleged' && distance <= NEAR * 2);
    // A day of its own, a doer of its own, or other dead: another attack.
    const isOther =
      distance > 0 && (isDated || (hasDead && (draft.actors.length > 0 || draft.toll.killed.length > 0)));
    return !isOther && (distance <= 1 || (draft.status === 'alleged' && distance <= NEAR * 2));
  }
  return shares && distance <= NEAR;
}

/** 'arrived in Beirut and met the speaker': a journey to a land, and whom one met there. */
function isOtherVisit(last: EventDraft, draft: EventDraft): boolean {
  const [visit, meeting] = last.entry.mode === 'visit' ? [last, draft] : [draft, last];
  return (
    visit.entry.mode === 'visit' &&
    meeting.entry.mode === undefined &&
    last.sentence === draft.sentence &&
    [visit, meeting].every(({ rule }) => rule.includes(' by verb ')) &&
    visit.recipients.length > 0 &&
    meeting.actors.some((id) => !visit.actors.includes(id) && !visit.recipients.includes(id))
  );
}

/** 'killed seven people … killed four people': figures of two attacks, unless one says at least what the other says. */
function hasOtherDead({ toll: { killed: a } }: EventDraft, { toll: { killed: b } }: EventDraft): boolean {
  const counts = new Set(a.map(({ count }) => count));
  return a.length > 0 && b.length > 0 && !b.some(({ count, atLeast }) => atLeast || counts.has(count));
}

/** Types whose acts have a doer and a sufferer. */
const ONE_SIDED = new Set(['ASSAULT', 'COERCE', 'RETREAT', 'AID', 'MOBILIZE', 'PROTEST']);

/** 'Militants fired rockets at Israel and Israeli jets struck the enclave': the doers of one are of another country, or the victims of the other. */
function isOfOtherDoers(
  a: EventDraft,
  b: EventDraft,
  landOf: (party: string) => string | undefined,
): boolean {
  if (!ONE_SIDED.has(a.entry.type) || a.actors.length === 0 || b.actors.length === 0) return false;
  if (a.actors.some((id) => b.actors.includes(id))) return false;
  const lands = (ids: readonly string[]) => new Set(ids.map((id) => landOf(id) ?? id));
  const [doers, others] = [lands(a.actors), lands(b.actors)];
  if ([...doers].some((land) => others.has(land))) return false;
  const isKnown = (ids: readonly string[]) => ids.every((id) => landOf(id) !== undefined);
  if (isKnown(a.actors) && isKnown(b.actors)) return true;
  const [hit, otherHit] = [lands(a.recipients), lands(b.recipients)];
  return [...doers].some((land) => otherHit.has(land)) || [...others].some((land) => hit.has(land));
}

/** One sentence that tells one kind of act of the same doer twice, 'restored ties and opened an embassy', tells one event. */
function isSameAct(last: EventDraft, draft: EventDraft): boolean {
  if (last.sentence !== draft.sentence) return false;
  // 'dissolved the party and restricted the internet', 'closed its embassy and expelled two diplomats'
  const [mode, other] = [last.entry.mode, draft.entry.mode];
  if (
    /^(?:COERCE|SANCTION)$/.test(last.entry.type) &&
    mode !== other &&
    mode !== undefined &&
    other !== undefined
  )
    return false;
  if (last.toll.killed.length + draft.toll.killed.length > 0 && last.entry.type === 'ASSAULT') return false;
  const isSubset = draft.actors.every((id) => last.actors.includes(id));
  const others = draft.recipients.filter((id) => !last.recipients.includes(id));
  return (
    isSubset &&
    (draft.actors.length > 0 || last.actors.length === 0) &&
    (others.length === 0 || last.recipients.length === 0)
  );
}

const REAL = new Set(['reported', 'alleged']);

function compatibleStatus(a: EventDraft, b: EventDraft): boolean {
  return a.status === b.status || (REAL.has(a.status) && REAL.has(b.status));
}

/** One event of a group of tellings: reported where any of them is, with every figure and sentence. */
export function eventOf(context: ExtractionContext, drafts: readonly EventDraft[]): Event {
  const leading = leadingOf(drafts);
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

/**
 * The tellings that say how real an event is and who took part: the reported ones, unless only a side names who did it. 'The army
 * bombed the town, residents said. A school was hit too.' stays the residents' word.
 */
function leadingOf(drafts: readonly EventDraft[]): readonly EventDraft[] {
  const reported = drafts.filter(({ status }) => status === 'reported');
  if (reported.length === 0) return drafts;
  const names = (draft: EventDraft): boolean => draft.actors.length > 0;
  if (reported.some(names)) return reported;
  const told = drafts.find((draft) => draft.status === 'alleged' && names(draft));
  return told ? [told, ...drafts.filter((draft) => draft !== told)] : reported;
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
