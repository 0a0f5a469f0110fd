import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, dataOf } from './client.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => dataOf(await client.GET('/api/session', { signal })),
  staleTime: 60_000,
});

export interface Rights {
  /** Null until it is known, and where nobody is signed in. */
  readonly name: string | null;
  readonly mayWrite: boolean;
  readonly isOwner: boolean;
  readonly hasAccounts: boolean;
}

/** What whoever looks may do. The server decides; this only keeps away what it would refuse. */
export function useRights(): Rights {
  const { data } = useQuery(sessionQuery);
  const role = data?.person?.role;
  return {
    name: data?.person?.name ?? null,
    mayWrite: role === 'editor' || role === 'owner',
    isOwner: role === 'owner',
    hasAccounts: data?.hasAccounts ?? false,
  };
}

/** Signing in, up or out changes what every question answers: all is asked anew. */
function useFreshStart<Input>(change: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    // But for the link that was just spent, which would only say so.
    onSuccess: () => queries.resetQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'link' }),
  });
}

export function useSignIn() {
  return useFreshStart(async (body: { name: string; password: string }) =>
    dataOf(await client.POST('/api/session', { body })),
  );
}

export function useSignOut() {
  return useFreshStart(async () => dataOf(await client.DELETE('/api/session')));
}

/** What a one-time link leads to. Never asked again: using the link spends it. */
export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['session', 'link', token],
    queryFn: async () => dataOf(await client.POST('/api/session/link', { body: { token } })),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: token !== '',
  });

export function useAcceptance() {
  return useFreshStart(async (body: { token: string; name?: string; password: string }) =>
    dataOf(await client.POST('/api/session/accept', { body })),
  );
}
