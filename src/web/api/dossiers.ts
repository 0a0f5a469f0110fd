import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, type DossierDefinition, dataOf } from './client.ts';

export const dossiersQuery = queryOptions({
  queryKey: ['dossiers'],
  queryFn: async ({ signal }) => dataOf(await client.GET('/api/dossiers', { signal })).items,
  staleTime: 30_000,
});

export function previewQuery(definition: DossierDefinition) {
  return queryOptions({
    queryKey: ['dossiers', 'preview', definition],
    queryFn: async ({ signal }) =>
      dataOf(await client.POST('/api/dossiers/preview', { body: definition, signal })),
    placeholderData: keepPreviousData,
  });
}

function useDossierChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  // What falls into a dossier is part of nearly every answer.
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries() });
}

export function useSavedDossier() {
  return useDossierChange(
    async ({ id, ...body }: { id: string | undefined; name: string; definition: DossierDefinition }) =>
      id === undefined
        ? dataOf(await client.POST('/api/dossiers', { body }))
        : dataOf(await client.PUT('/api/dossiers/{id}', { params: { path: { id } }, body })),
  );
}

export function useDossierRemoval() {
  return useDossierChange(async (id: string) =>
    dataOf(await client.DELETE('/api/dossiers/{id}', { params: { path: { id } } })),
  );
}
