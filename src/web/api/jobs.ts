import { queryOptions } from '@tanstack/react-query';
import { client, dataOf, type Job, type JobInput } from './client.ts';

/** How far the latest jobs are; asked again and again only while one works. */
export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: async ({ signal }) => dataOf(await client.GET('/api/jobs', { signal })).items,
  refetchInterval: ({ state }) => (state.data?.some((job) => job.state !== 'done') ? 500 : false),
});

/** Answers at once; how far the job is comes by `jobsQuery` and the live updates. */
export async function startJob(inputs: JobInput[]): Promise<Job> {
  return dataOf(await client.POST('/api/jobs', { body: { inputs } }));
}
