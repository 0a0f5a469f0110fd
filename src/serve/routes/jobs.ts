import { z } from 'zod';
import type { JobInput } from '../job-input.ts';
import { route } from '../route.ts';
import { Job, NewJob } from '../schemas/jobs.ts';
import { id } from '../schemas/query.ts';

const MOST_BYTES = 48 * 1024 * 1024;

export const startJob = route({
  path: '/api/jobs',
  name: 'startJob',
  tag: 'add',
  summary: 'Add texts, addresses and files',
  description:
    'Answers at once; how far it is comes as `job` on /api/stream, and from /api/jobs/{id}. Addresses of private networks are refused.',
  method: 'post',
  bodyLimit: MOST_BYTES,
  perMinute: 120,
  body: NewJob,
  answer: Job,
  handle: async ({ body }, _, { jobs, person }) =>
    // Optional keys that are not given are not there: JSON has no undefined.
    jobs.start(body.inputs as readonly JobInput[], person?.name ?? ''),
});

export const getJob = route({
  path: '/api/jobs/{id}',
  name: 'getJob',
  tag: 'add',
  summary: 'How far is it?',
  params: z.object({ id }),
  answer: Job,
  mayBeMissing: true,
  handle: async ({ params }, _, { jobs }) => jobs.get(params.id),
});

export const listJobs = route({
  path: '/api/jobs',
  name: 'listJobs',
  tag: 'add',
  summary: 'The latest jobs since the server was started, latest first',
  answer: z.object({ items: z.array(Job) }).meta({ id: 'JobList' }),
  handle: async (_, __, { jobs }) => ({ items: jobs.list() }),
});
