import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, type Decision, dataOf, type LineTable, type QueueItem } from './client.ts';

const firstPage: string | null = null;

/** Lines that wait for a person, most important and doubtful first. */
export function queueQuery(filter: { dossier?: string; table?: LineTable }) {
  return infiniteQueryOptions({
    queryKey: ['review', 'queue', filter],
    initialPageParam: firstPage,
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filter, limit: 40, ...(pageParam !== null && { cursor: pageParam }) };
      const page = dataOf(await client.GET('/api/reviews/queue', { params: { query }, signal }));
      // openapi-fetch's types of answers lose that a pair of byte offsets has two numbers; nothing else differs.
      return { items: page.items as QueueItem[], next: page.next };
    },
    getNextPageParam: ({ next }) => next,
    // What was decided here is taken out here; a new order under one's hands would be in the way.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function changesQuery(filter: { articleId?: string; lineId?: string }) {
  return infiniteQueryOptions({
    queryKey: ['review', 'changes', filter],
    initialPageParam: firstPage,
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filter, limit: 40, ...(pageParam !== null && { cursor: pageParam }) };
      return dataOf(await client.GET('/api/changes', { params: { query }, signal }));
    },
    getNextPageParam: ({ next }) => next,
  });
}

/** Every list of lines may have changed, but for the queue itself. */
function useReview<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => !(queryKey[0] === 'review' && queryKey[1] === 'queue'),
      }),
  });
}

export function useDecision() {
  return useReview(async (body: Decision) => dataOf(await client.POST('/api/reviews', { body })));
}

export function useUndo() {
  return useReview(async (id: number) =>
    dataOf(await client.POST('/api/reviews/{id}/undo', { params: { path: { id } } })),
  );
}
