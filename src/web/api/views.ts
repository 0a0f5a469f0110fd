import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client, dataOf, type TimelineEntry, type TimelineQuery } from './client.ts';
import type { paths } from './schema.d.ts';

/** What views ask of all that there is: the server counts, so that a view is right however much there is. */

type DensityQuery = Omit<NonNullable<paths['/api/density']['get']['parameters']['query']>, 'by'>;
type PlacesQuery = NonNullable<paths['/api/places']['get']['parameters']['query']>;
type SidesQuery = NonNullable<paths['/api/sides']['get']['parameters']['query']>;

const STALE_MS = 60_000;
const within = (dossier: string | undefined) => (dossier === undefined ? {} : { dossier });

export function overviewQuery(dossier: string | undefined) {
  return queryOptions({
    queryKey: ['overview', dossier],
    queryFn: async ({ signal }) =>
      dataOf(await client.GET('/api/overview', { params: { query: within(dossier) }, signal })),
  });
}

export function facetsQuery(dossier?: string) {
  return queryOptions({
    queryKey: ['facets', dossier],
    queryFn: async ({ signal }) =>
      dataOf(await client.GET('/api/facets', { params: { query: within(dossier) }, signal })),
    staleTime: STALE_MS,
  });
}

/** Lines of events by day, lane and class. */
export function densityQuery(filter: DensityQuery) {
  return queryOptions({
    queryKey: ['density', filter],
    queryFn: async ({ signal }) =>
      dataOf(await client.GET('/api/density', { params: { query: { ...filter, by: 'day' } }, signal })).items,
    staleTime: STALE_MS,
    placeholderData: keepPreviousData,
  });
}

const PAGE = 500;
const MOST_PAGES = 6;

/** All events of a stretch of time, put together; the caller knows that they are few. */
export function entriesQuery(filter: TimelineQuery) {
  return queryOptions({
    queryKey: ['timeline', 'stretch', filter],
    queryFn: async ({ signal }) => {
      const entries: TimelineEntry[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < MOST_PAGES; page++) {
        const query: TimelineQuery = { ...filter, limit: PAGE, ...(cursor !== null && { cursor }) };
        const answer: { items: TimelineEntry[]; next: string | null } = dataOf(
          await client.GET('/api/timeline', { params: { query }, signal }),
        );
        entries.push(...answer.items);
        cursor = answer.next;
        if (cursor === null) break;
      }
      return { entries, since: filter.since, until: filter.until, isAll: cursor === null };
    },
    staleTime: STALE_MS,
    placeholderData: keepPreviousData,
  });
}

export function conditionSpansQuery(dossier: string | undefined) {
  return queryOptions({
    queryKey: ['conditions', 'spans', dossier],
    queryFn: async ({ signal }) =>
      dataOf(await client.GET('/api/condition-spans', { params: { query: within(dossier) }, signal })),
    staleTime: STALE_MS,
  });
}

export function placesQuery(filter: PlacesQuery) {
  return queryOptions({
    queryKey: ['places', filter],
    queryFn: async ({ signal }) =>
      dataOf(await client.GET('/api/places', { params: { query: filter }, signal })),
    staleTime: STALE_MS,
    placeholderData: keepPreviousData,
  });
}

export function sidesQuery(filter: SidesQuery) {
  return queryOptions({
    queryKey: ['sides', filter],
    queryFn: async ({ signal }) =>
      dataOf(await client.GET('/api/sides', { params: { query: filter }, signal })),
    staleTime: STALE_MS,
  });
}

export function subjectsQuery(dossier: string | undefined) {
  return queryOptions({
    queryKey: ['subjects', dossier],
    queryFn: async ({ signal }) =>
      dataOf(await client.GET('/api/subjects', { params: { query: within(dossier) }, signal })),
    staleTime: STALE_MS,
  });
}

const firstPage: string | null = null;

/** Events with dead or injured, newest first. */
export function casualtiesQuery(filter: TimelineQuery) {
  return infiniteQueryOptions({
    queryKey: ['timeline', 'casualties', filter],
    initialPageParam: firstPage,
    queryFn: async ({ pageParam, signal }) => {
      const query = {
        ...filter,
        casualties: true,
        limit: 100,
        ...(pageParam !== null && { cursor: pageParam }),
      };
      return dataOf(await client.GET('/api/timeline', { params: { query }, signal }));
    },
    getNextPageParam: ({ next }) => next,
  });
}

/** Roles of a name over time, as all its articles give them. */
export function rolesQuery(name: string, dossier: string | undefined) {
  return queryOptions({
    queryKey: ['roles', name, dossier],
    queryFn: async ({ signal }) =>
      dataOf(await client.GET('/api/roles', { params: { query: { ...within(dossier), name } }, signal }))
        .items,
    staleTime: STALE_MS,
  });
}

/** The strongest ties; those of one name where it is given. */
export function networkQuery(dossier: string | undefined, actor?: string) {
  return queryOptions({
    queryKey: ['network', dossier, actor],
    queryFn: async ({ signal }) => {
      const query = { ...within(dossier), ...(actor !== undefined && { actor }), limit: 100 };
      return dataOf(await client.GET('/api/network', { params: { query }, signal }));
    },
    staleTime: STALE_MS,
  });
}
