import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { TrucelineError } from '../../../model/index.ts';
import type { Account, AccountStore, Invitation } from '../../accounts.ts';
import type { Db } from '../../tables.ts';
import { nameKey, storableText } from '../../text.ts';
import { accountOf } from './accounts.ts';

const COLUMNS = ['id', 'role', 'note', 'invited_by', 'created_at', 'expires_at'] as const;

interface Row extends Pick<Invitation, 'id' | 'role' | 'note'> {
  readonly invited_by: string | null;
  readonly created_at: Date;
  readonly expires_at: Date;
}

function invitationOf({ id, role, note, invited_by, created_at, expires_at }: Row): Invitation {
  return {
    id,
    role,
    note,
    invitedBy: invited_by,
    createdAt: new Date(created_at).toISOString(),
    expiresAt: new Date(expires_at).toISOString(),
  };
}

export async function invite(
  db: Db,
  { tokenHash, role, note, invitedBy, days }: Parameters<AccountStore['invite']>[0],
): Promise<Invitation> {
  return db.transaction().execute(async (tx) => {
    if (invitedBy === null) await tx.deleteFrom('invitations').where('invited_by', 'is', null).execute();
    const row = await tx
      .insertInto('invitations')
      .values({
        id: randomUUID(),
        token_hash: tokenHash,
        role,
        note: storableText(note),
        invited_by: invitedBy,
        expires_at: sql`now() + make_interval(days => ${days}::int)`,
      })
      .returning(COLUMNS)
      .executeTakeFirstOrThrow();
    return invitationOf(row);
  });
}

export async function listInvitations(db: Db): Promise<readonly Invitation[]> {
  const rows = await db
    .selectFrom('invitations')
    .select(COLUMNS)
    .where('expires_at', '>', sql<Date>`now()`)
    .where('invited_by', 'is not', null)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(invitationOf);
}

export async function withdraw(db: Db, id: string): Promise<void> {
  const rows = await db.deleteFrom('invitations').where('id', '=', id).returning('id').execute();
  if (rows.length === 0) throw new TrucelineError('E_NO_SUCH', { kind: 'invitation', id });
}

export async function accept(db: Db, tokenHash: string, name: string, password: string): Promise<Account> {
  return db.transaction().execute(async (tx) => {
    const link = await tx
      .deleteFrom('invitations')
      .where('token_hash', '=', tokenHash)
      .where('expires_at', '>', sql<Date>`now()`)
      .returning(['role'])
      .executeTakeFirst();
    if (!link) throw new TrucelineError('E_INVITATION');
    const row = await tx
      .insertInto('accounts')
      .values({
        id: randomUUID(),
        name: storableText(name),
        name_key: nameKey(name),
        role: link.role,
        password,
      })
      .onConflict((conflict) => conflict.column('name_key').doNothing())
      .returning(['id', 'name', 'role', 'created_at'])
      .executeTakeFirst();
    // Thrown inside the transaction, so the link can be used again.
    if (!row) throw new TrucelineError('E_NAME_TAKEN', { name });
    return accountOf(row);
  });
}
