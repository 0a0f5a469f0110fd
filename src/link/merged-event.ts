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
 * against it, or stand in the very same sentence (copies of one agency story). An event without a full day is never
 * merged. This is a first, careful rule: it leaves some events twice rather than running two into one.
 */
export function mergeEvents(records: readonly ArticleRecord[]): MergedEvent[] {
  const buckets = new Map<string, Group[]>();
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
      const key = `${event.type} ${event.date.edtf}`;
      const groups = buckets.get(key) ?? [];
      buckets.set(key, groups);
      const home = groups.find((group) => belongs(group, telling, parties));
      if (home) join(home, telling, parties);
      else groups.push(newGroup(telling, parties));
    }
  }
  return [...alone, ...[...buckets.values()].flat()].map(finished).sort(inTime);
}

interface Group {
  readonly tellings: Telling[];
  readonly parties: Set<string>;
  readonly articles: Set<string>;
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
  if (group.tellings.some((telling) => isSameSentence(telling.event, event))) return true;
  if (!parties.some((party) => group.parties.has(party))) return false;
  const places = group.tellings.flatMap((telling) => (telling.event.place ? [telling.event.place.name] : []));
  return event.place === undefined || places.length === 0 || places.includes(event.place.name);
}

/** Copies of one agency story tell it in the same words. */
function isSameSentence(a: Event, b: Event): boolean {
  const [one, other] = [a.evidence[0]?.text, b.evidence[0]?.text];
  return (
    one !== undefined &&
    other !== undefined &&
    one.length > 20 &&
    one.replace(/\s+/g, ' ') === other.replace(/\s+/g, ' ')
  );
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
  const place = tellings.find(({ event }) => event.place)?.event.place?.name;
  return {
    type: first.event.type,
    date: first.event.date.edtf,
    ...(place && { place }),
    tellings,
    statuses: [...new Set(tellings.map(({ event }) => event.status))],
  };
}

function inTime(a: MergedEvent, b: MergedEvent): number {
  const [left, right] = [sortKeyOfEdtf(a.date), sortKeyOfEdtf(b.date)];
  return left < right ? -1 : left > right ? 1 : 0;
}
