import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { RecordLine } from '../evidence/line.ts';
import type { Kind } from '../evidence/show.ts';
import {
  type ActorPage,
  type ArticleLine,
  type ArticleRecord,
  type ArticlesQuery,
  ask,
  client,
  dataOf,
  type SearchHit,
  type TimelineQuery,
} from './client.ts';

/** One row of the list of articles; where words were searched for, with what was found. */
export type ArticleRow = { readonly article: ArticleLine } & Partial<Pick<SearchHit, 'title' | 'snippet'>>;

const firstPage: string | null = null;

/** Articles page by page: a search, best first, where `q` is given, else the list by date. */
export function articlesQuery({ q, ...filter }: ArticlesQuery & { q?: string }) {
  return infiniteQueryOptions({
    queryKey: ['articles', q, filter],
    initialPageParam: firstPage,
    queryFn: async ({ pageParam, signal }) => {
      const paging = { limit: 60, ...(pageParam !== null && { cursor: pageParam }) };
      if (q) {
        const { order: _, ...range } = filter;
        const page = dataOf(
          await client.GET('/api/search', { params: { query: { ...range, q, ...paging } }, signal }),
        );
        return { items: page.items satisfies readonly ArticleRow[] as ArticleRow[], next: page.next };
      }
      const page = dataOf(
        await client.GET('/api/articles', { params: { query: { ...filter, ...paging } }, signal }),
      );
      return { items: page.items.map((article): ArticleRow => ({ article })), next: page.next };
    },
    getNextPageParam: ({ next }) => next,
  });
}

export function recordQuery(id: string) {
  return queryOptions({
    queryKey: ['record', id],
    queryFn: async ({ signal }) => {
      const record = dataOf(await client.GET('/api/articles/{id}', { params: { path: { id } }, signal }));
      // openapi-fetch's types of answers lose that a pair of byte offsets has two numbers; nothing else differs.
      return record as ArticleRecord;
    },
  });
}

export function timelineQuery(filter: TimelineQuery) {
  return infiniteQueryOptions({
    queryKey: ['timeline', filter],
    initialPageParam: firstPage,
    queryFn: async ({ pageParam, signal }) =>
      dataOf(
        await client.GET('/api/timeline', {
          params: { query: { ...filter, limit: 80, ...(pageParam !== null && { cursor: pageParam }) } },
          signal,
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });
}

/** Names to choose from while one types; the first ones where nothing is typed yet. */
export function actorNamesQuery(name: string) {
  return queryOptions({
    queryKey: ['actors', name],
    queryFn: async ({ signal }) =>
      dataOf(
        await client.GET('/api/actors', { params: { query: { limit: 30, ...(name && { name }) } }, signal }),
      ),
    staleTime: 60_000,
  });
}

/** The answers of the three lists of lines; each item holds its own kind. */
export interface LinePage {
  readonly items: RecordLine[];
  readonly next: string | null;
}

/** Lines of a list under a filter as it stands in an address; the server checks it. */
export function linesQuery(kind: Kind, filter: string) {
  return infiniteQueryOptions({
    queryKey: ['lines', kind, filter],
    initialPageParam: firstPage,
    queryFn: ({ pageParam, signal }) => {
      const params = new URLSearchParams(filter);
      params.set('limit', '40');
      if (pageParam !== null) params.set('cursor', pageParam);
      return ask<LinePage>(`/api/${kind}?${params}`, { signal });
    },
    getNextPageParam: ({ next }) => next,
  });
}

export function actorsQuery(filter: { name?: string; dossier?: string }) {
  return infiniteQueryOptions({
    queryKey: ['actors', 'list', filter],
    initialPageParam: firstPage,
    queryFn: ({ pageParam, signal }) => {
      const params = new URLSearchParams({
        ...filter,
        limit: '100',
        ...(pageParam !== null && { cursor: pageParam }),
      });
      return ask<ActorPage>(`/api/actors?${params}`, { signal });
    },
    getNextPageParam: ({ next }) => next,
  });
}
