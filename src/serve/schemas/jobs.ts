import { z } from 'zod';
import { Edtf } from '../../model/index.ts';
import { Problem } from '../problem.ts';
import { words } from './query.ts';

const given = {
  published: Edtf.optional().meta({ description: 'Date of publication, where you know it' }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .meta({ description: 'ISO 639, where you know it' }),
  title: words.optional(),
};
const address = z.string().min(1).max(4000);

const MOST_INPUTS = 500;

export const JobInput = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string().min(1), url: address.optional(), ...given }),
    z.object({ kind: z.literal('url'), url: address, ...given }),
    z.object({
      kind: z.literal('file'),
      name: z.string().min(1).max(500),
      base64: z.base64(),
      url: address.optional(),
      ...given,
    }),
  ])
  .meta({ id: 'JobInput', description: 'A text, an address, or a file (HTML or text, also .gz)' });

export const NewJob = z.object({ inputs: z.array(JobInput).min(1).max(MOST_INPUTS) }).meta({ id: 'NewJob' });

export const Job = z
  .object({
    id: z.string(),
    by: z.string(),
    startedAt: z.string(),
    state: z.enum(['waiting', 'working', 'done']),
    done: z.int(),
    total: z.int(),
    items: z.array(
      z.object({
        origin: z.string(),
        outcome: z.enum(['waiting', 'working', 'added', 'updated', 'unchanged', 'failed']),
        articleId: z.string().optional(),
        title: z.string().optional(),
        problem: Problem.optional(),
      }),
    ),
  })
  .meta({ id: 'Job', description: 'How far the adding of inputs is' });
