import { z } from 'zod';
import { route } from '../route.ts';
import { version } from '../version.ts';

export const getHealth = route({
  path: '/api/health',
  name: 'getHealth',
  tag: 'server',
  access: 'all',
  summary: 'Does the server answer, and which version is it?',
  answer: z.object({ status: z.literal('ok'), version: z.string() }).meta({ id: 'Health' }),
  handle: async () => ({ status: 'ok' as const, version }),
});
