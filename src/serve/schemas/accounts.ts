import { z } from 'zod';
import { ROLES } from '../../store/index.ts';
import { hasNoNul } from './query.ts';

export const Role = z
  .enum(ROLES)
  .meta({ id: 'Role', description: 'Readers see everything, editors also write, owners also say who may' });

export const Account = z
  .object({
    id: z.string(),
    name: z.string(),
    role: Role,
    createdAt: z.string().meta({ description: 'ISO 8601, UTC' }),
  })
  .meta({ id: 'Account' });

export const Invitation = z
  .object({
    id: z.string(),
    role: Role,
    note: z.string().meta({ description: 'For whom, in the words of who invited' }),
    invitedBy: z.string().nullable(),
    createdAt: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: 'Invitation', description: 'A link not used yet' });

export const Session = z
  .object({
    person: z
      .object({ id: z.string().nullable(), name: z.string(), role: Role })
      .nullable()
      .meta({ description: 'Null where nobody is signed in' }),
    hasAccounts: z.boolean().meta({ description: 'False where the server runs without accounts' }),
    needsOwner: z
      .boolean()
      .meta({ description: 'True where there is no account yet; the link for the first is on the terminal' }),
  })
  .meta({ id: 'Session', description: 'Who is signed in' });

export const LinkedTo = z
  .object({
    role: Role,
    name: z
      .string()
      .nullable()
      .meta({ description: 'Of the account that gets a new password; null where the link makes an account' }),
  })
  .meta({ id: 'LinkedTo', description: 'What a one-time link leads to' });

export const Done = z.object({ done: z.literal(true) }).meta({ id: 'Done' });
export const done = { done: true } as const;

export const personName = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .refine(...hasNoNul)
  .meta({ description: 'Name to sign in by; upper and lower case are the same' });
export const newPassword = z.string().min(12).max(256).meta({ description: 'At least 12 characters' });
export const givenPassword = z.string().min(1).max(256);
