import {
  type ArticleRecord,
  type Event,
  type EventStatus,
  isEdtf,
  type PloverType,
  sortKeyOfEdtf,
} from '../model/index.ts';

/** One line of one article that tells of a merged event. */
export interface Telling {
  readonly articleId: string;
  readonly event: Event;
  /** Names of those who act, in the words of that article. */
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  /** Name of the side the article has it from, where it has it from one. */
  readonly source?: string;
}

/** What several articles tell as one event; nothing that they differ on is settled here. */
export interface MergedEvent {
  readonly type: PloverType;
  readonly date: string;
  readonly place?: string;
  readonly tellings: readonly Telling[];
  /** The statuses that the tellings give it, each once. */
  readonly statuses: readonly EventStatus[];
}

/**
 * Puts together what different articles tell of the same event, and sorts all by date. Two tellings are one event where
 * they have the same type and the same full day, come from different articles, and share a party while no place speaks
 * against it, or stand in nearly the same words (copies of one agency story). Where the day is only that of the article,
 * the very same sentence is one event within three days: outlets print a story on different days. An event without a
 * full day is never merged. This is a first, careful rule: it leaves some events twice rather than running two into one.
 */
export function mergeEvents(records: readonly ArticleRecord[]): MergedEvent[] {
  const buckets = new Map<string, Group[]>();
  const printed = new Map<string, Group[]>();
  const alone: Group[] = [];
  for (const record of records) {
    const names = new Map(record.actors.map((actor) => [actor.id, actor]));
    for (const event of record.events) {
      const telling = tellingOf(record.article.id, event, (id) => names.get(id)?.name ?? id);
      const parties = partiesOf(event, (id) => {
        const actor = names.get(id);
        return actor ? [actor.name.toLowerCase(), ...(actor.country ? [actor.country] : [])] : [];
      });
      if (!isFullDay(event.date.edtf)) {
        alone.push(newGroup(telling, parties));
        continue;
      }
      const groups = listAt(buckets, `${event.type} ${event.date.edtf}`);
      const reprints =
        event.date.basis === 'published' ? listAt(printed, `${event.type} ${wordingOf(event)}`) : [];
      const home =
        groups.find((group) => belongs(group, telling, parties)) ??
        reprints.find((group) => isReprint(group, telling));
      if (home) join(home, telling, parties);
      else {
        const group = newGroup(telling, parties);
        groups.push(group);
        reprints.push(group);
      }
    }
  }
  return [...alone, ...[...buckets.values()].flat()].map(finished).sort(inTime);
}

interface Group {
  readonly tellings: Telling[];
  readonly parties: Set<string>;
  readonly articles: Set<string>;
}

function listAt(lists: Map<string, Group[]>, key: string): Group[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function newGroup(telling: Telling, parties: readonly string[]): Group {
  return { tellings: [telling], parties: new Set(parties), articles: new Set([telling.articleId]) };
}

function join(group: Group, telling: Telling, parties: readonly string[]): void {
  group.tellings.push(telling);
  group.articles.add(telling.articleId);
  for (const party of parties) group.parties.add(party);
}

function belongs(group: Group, { articleId, event }: Telling, parties: readonly string[]): boolean {
  if (group.articles.has(articleId)) return false;
  if (isCopy(group.tellings[0]?.event, event)) return true;
  if (!parties.some((party) => group.parties.has(party))) return false;
  const places = group.tellings.flatMap((telling) => (telling.event.place ? [telling.event.place.name] : []));
  return event.place === undefined || places.length === 0 || places.includes(event.place.name);
}

/** A sentence this long, in words, does not recur by chance. */
const LEAST_WORDS = 8;
/** Share of the words of both that a copy keeps: 'on Monday' may have become 'on December 12'. */
const COPIED = 0.8;
const DAYS_BETWEEN_PRINTS = 3;

/** Copies of one agency story tell it in nearly the same words (Jaccard index of the two sets of words). */
function isCopy(a: Event | undefined, b: Event): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (Math.min(one.size, other.size) < LEAST_WORDS) return false;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return shared / (one.size + other.size - shared) >= COPIED;
}

function isReprint(group: Group, { articleId, event }: Telling): boolean {
  const [first] = group.tellings;
  if (!first || group.articles.has(articleId) || wordsOf(event).size < LEAST_WORDS) return false;
  const days = (Date.parse(first.event.date.edtf) - Date.parse(event.date.edtf)) / 86_400_000;
  return Math.abs(days) <= DAYS_BETWEEN_PRINTS;
}

function wordingOf(event: Event): string {
  return (event.evidence[0]?.text ?? '').replace(/\s+/g, ' ');
}

function wordsOf(event: Event | undefined): Set<string> {
  return new Set((event?.evidence[0]?.text ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

function tellingOf(articleId: string, event: Event, nameOf: (id: string) => string): Telling {
  return {
    articleId,
    event,
    actors: event.actors.map(nameOf),
    recipients: event.recipients.map(nameOf),
    ...(event.source && { source: nameOf(event.source) }),
  };
}

function partiesOf(event: Event, keysOf: (id: string) => string[]): string[] {
  return [...event.actors, ...event.recipients].flatMap(keysOf);
}

function isFullDay(date: string): boolean {
  return isEdtf(date) && /^\d{4}-\d{2}-\d{2}$/.test(date);
}

function finished({ tellings }: Group): MergedEvent {
  const [first] = tellings as [Telling];
  const date = tellings.map(({ event }) => event.date.edtf).sort()[0] ?? first.event.date.edtf;
  const place = tellings.find(({ event }) => event.place)?.event.place?.name;
  return {
    type: first.event.type,
    date,
    ...(place && { place }),
    tellings,
    statuses: [...new Set(tellings.map(({ event }) => event.status))],
  };
}

function inTime(a: MergedEvent, b: MergedEvent): number {
  const [left, right] = [sortKeyOfEdtf(a.date), sortKeyOfEdtf(b.date)];
  return left < right ? -1 : left > right ? 1 : 0;
}
