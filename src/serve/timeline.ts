import { mergeEvents } from '../link/index.ts';
import { type ArticleRecord, sortKeyOfEdtf } from '../model/index.ts';
import type { EventFilter, EventLine, PageOf, Paging, Store } from '../store/index.ts';

/** One event of the timeline: what the articles tell of it, side by side. */
export interface TimelineEntry {
  readonly type: EventLine['event']['type'];
  readonly date: string;
  readonly place?: NonNullable<EventLine['event']['place']>;
  readonly statuses: readonly EventLine['event']['status'][];
  readonly tellings: readonly EventLine[];
}

/** How many lines are looked at together to find where a day ends. */
const STEP = 64;
/** A page never grows past this, even where one day has more; that day's events may then stand twice. */
const LARGEST = 2000;

/**
 * A page of the timeline. Events merge within a day, so the page goes on until its last day ends and the cursor points
 * to the first line of the next one.
 */
export async function timelinePage(
  store: Store,
  filter: EventFilter,
  paging: Paging,
): Promise<PageOf<TimelineEntry>> {
  const first = await store.listEvents(filter, paging);
  const lines = [...first.items];
  let next = first.next;
  const last = lines.at(-1);
  while (last && next !== null && lines.length < LARGEST) {
    const day = dayOf(last);
    const more = await store.listEvents(filter, { ...paging, cursor: next, limit: STEP });
    const whole = more.items.findIndex((line) => dayOf(line) !== day);
    if (whole === 0) break;
    if (whole > 0) {
      const rest = await store.listEvents(filter, { ...paging, cursor: next, limit: whole });
      lines.push(...rest.items);
      next = rest.next;
      break;
    }
    lines.push(...more.items);
    next = more.next;
  }
  return { items: await withMerged(store, entriesOf(lines)), next };
}

/** Puts the lines that people merged into others beside those. */
async function withMerged(store: Store, entries: readonly TimelineEntry[]): Promise<TimelineEntry[]> {
  const shown = entries.flatMap(({ tellings }) =>
    tellings.map(({ article, event }) => ({ articleId: article.id, lineId: event.id })),
  );
  const merged = await store.reviews.mergedInto(shown);
  if (merged.length === 0) return [...entries];
  return entries.map((entry) => {
    const keys = new Set(entry.tellings.map(({ article, event }) => keyOf(article.id, event.id)));
    const more = merged.flatMap(({ into, line }) =>
      keys.has(keyOf(into.articleId, into.lineId)) ? [line] : [],
    );
    const tellings = [...entry.tellings, ...more];
    return { ...entry, tellings, statuses: [...new Set(tellings.map(({ event }) => event.status))] };
  });
}

/** Merges lines into events, in the order in which the lines came. */
export function entriesOf(lines: readonly EventLine[]): TimelineEntry[] {
  const lineOf = new Map(
    lines.map((line, place) => [keyOf(line.article.id, line.event.id), { line, place }]),
  );
  return mergeEvents(lines.map(recordOfLine))
    .map((merged) => {
      const tellings = merged.tellings
        .flatMap(({ articleId, event }) => lineOf.get(keyOf(articleId, event.id)) ?? [])
        .sort((a, b) => a.place - b.place);
      const place = tellings.find(({ line }) => line.event.place)?.line.event.place;
      return {
        at: tellings[0]?.place ?? 0,
        entry: {
          type: merged.type,
          date: merged.date,
          ...(place && { place }),
          statuses: merged.statuses,
          tellings: tellings.map(({ line }) => line),
        },
      };
    })
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}

/** The part of a record that merging looks at. */
function recordOfLine({ article, actors, event }: EventLine): ArticleRecord {
  return {
    article: { ...article, areas: [], text: '', paragraphs: [], removed: [], residue: [], related: [] },
    actors: actors.map((actor) => ({ ...actor, mentions: [] })),
    events: [event],
    claims: [],
    conditions: [],
    notes: [],
  };
}

function dayOf({ event }: EventLine): string {
  return sortKeyOfEdtf(event.date.edtf);
}

function keyOf(articleId: string, eventId: string): string {
  return JSON.stringify([articleId, eventId]);
}
