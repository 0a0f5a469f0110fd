import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, dataOf, type JobInput } from './client.ts';

/** How far the latest jobs are; asked again and again only while one works. */
export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: async ({ signal }) => dataOf(await client.GET('/api/jobs', { signal })).items,
  refetchInterval: ({ state }) => (state.data?.some((job) => job.state !== 'done') ? 500 : false),
});

export function useStartedJob() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (inputs: JobInput[]) => dataOf(await client.POST('/api/jobs', { body: { inputs } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
}
