import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, dataOf, type Role } from './client.ts';

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: async ({ signal }) => dataOf(await client.GET('/api/accounts', { signal })),
});

function useAccountChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
}

export function useRoleChange() {
  return useAccountChange(async ({ id, role }: { id: string; role: Role }) =>
    dataOf(await client.PATCH('/api/accounts/{id}', { params: { path: { id } }, body: { role } })),
  );
}

export function useRemoval() {
  return useAccountChange(async (id: string) =>
    dataOf(await client.DELETE('/api/accounts/{id}', { params: { path: { id } } })),
  );
}

export function useInvitation() {
  return useAccountChange(async (body: { role: Role; note: string }) =>
    dataOf(await client.POST('/api/invitations', { body })),
  );
}

export function usePasswordLink() {
  return useMutation({
    mutationFn: async (id: string) =>
      dataOf(await client.POST('/api/accounts/{id}/password-link', { params: { path: { id } } })),
  });
}

export function useWithdrawal() {
  return useAccountChange(async (id: string) =>
    dataOf(await client.DELETE('/api/invitations/{id}', { params: { path: { id } } })),
  );
}

export function usePasswordChange() {
  return useAccountChange(async (body: { password: string; newPassword: string }) =>
    dataOf(await client.PUT('/api/session/password', { body })),
  );
}
