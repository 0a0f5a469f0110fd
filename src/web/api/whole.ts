import { queryOptions } from '@tanstack/react-query';
import { ask, type ClaimLine, type ConditionLine, type EventLine, type TimelineEntry } from './client.ts';

/** Lists that a picture needs as a whole, up to a number that a picture can show. */
const PAGE = 500;
const MOST_PAGES = 12;

async function wholeOf<Item>(
  path: string,
  filter: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<Item[]> {
  const params = new URLSearchParams({ limit: String(PAGE) });
  for (const [name, value] of Object.entries(filter)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) params.append(name, String(one));
    }
  }
  const items: Item[] = [];
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await ask<{ items: Item[]; next: string | null }>(`${path}?${params}`, { signal });
    items.push(...answer.items);
    if (answer.next === null) break;
    params.set('cursor', answer.next);
  }
  return items;
}

export function timelineAllQuery(filter: Readonly<Record<string, unknown>>) {
  return queryOptions({
    queryKey: ['timeline', 'whole', filter],
    queryFn: ({ signal }) => wholeOf<TimelineEntry>('/api/timeline', filter, signal),
    staleTime: 60_000,
  });
}

export function conditionsAllQuery(filter: Readonly<Record<string, unknown>>) {
  return queryOptions({
    queryKey: ['conditions', 'whole', filter],
    queryFn: ({ signal }) => wholeOf<ConditionLine>('/api/conditions', filter, signal),
    staleTime: 60_000,
  });
}

export function eventsAllQuery(filter: Readonly<Record<string, unknown>>) {
  return queryOptions({
    queryKey: ['events', 'whole', filter],
    queryFn: ({ signal }) => wholeOf<EventLine>('/api/events', filter, signal),
    staleTime: 60_000,
  });
}

export function claimsAllQuery(filter: Readonly<Record<string, unknown>>) {
  return queryOptions({
    queryKey: ['claims', 'whole', filter],
    queryFn: ({ signal }) => wholeOf<ClaimLine>('/api/claims', filter, signal),
    staleTime: 60_000,
  });
}
