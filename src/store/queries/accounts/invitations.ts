import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { TrucelineError } from '../../../model/index.ts';
import type { Account, AccountStore, Invitation, LinkedTo } from '../../accounts.ts';
import type { Db, Tx } from '../../tables.ts';
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
        account_id: null,
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
    .where('account_id', 'is', null)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(invitationOf);
}

export async function withdraw(db: Db, id: string): Promise<void> {
  const rows = await db.deleteFrom('invitations').where('id', '=', id).returning('id').execute();
  if (rows.length === 0) throw new TrucelineError('E_NO_SUCH', { kind: 'invitation', id });
}

export async function passwordLink(
  db: Db,
  { tokenHash, accountId, days }: Parameters<AccountStore['passwordLink']>[0],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const account = await tx
      .selectFrom('accounts')
      .select('role')
      .where('id', '=', accountId)
      .executeTakeFirst();
    if (!account) throw new TrucelineError('E_NO_SUCH', { kind: 'account', id: accountId });
    await tx.deleteFrom('invitations').where('account_id', '=', accountId).execute();
    await tx
      .insertInto('invitations')
      .values({
        id: randomUUID(),
        token_hash: tokenHash,
        role: account.role,
        note: '',
        invited_by: null,
        account_id: accountId,
        expires_at: sql`now() + make_interval(days => ${days}::int)`,
      })
      .execute();
  });
}

export async function linkedTo(db: Db, tokenHash: string): Promise<LinkedTo | null> {
  const row = await db
    .selectFrom('invitations')
    .leftJoin('accounts', 'accounts.id', 'invitations.account_id')
    .select(['invitations.role', 'accounts.role as own_role', 'accounts.name'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return row ? { role: row.own_role ?? row.role, name: row.name } : null;
}

/** What is thrown inside of the transaction leaves the link as it was, so that it can be used again. */
export async function accept(
  db: Db,
  tokenHash: string,
  name: string | null,
  password: string,
): Promise<Account> {
  return db.transaction().execute(async (tx) => {
    const link = await tx
      .deleteFrom('invitations')
      .where('token_hash', '=', tokenHash)
      .where('expires_at', '>', sql<Date>`now()`)
      .returning(['role', 'account_id'])
      .executeTakeFirst();
    if (!link) throw new TrucelineError('E_INVITATION');
    if (link.account_id !== null) return renewed(tx, link.account_id, password);
    if (name === null) throw new TrucelineError('E_QUERY', { detail: 'name: a new account needs one' });
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
    if (!row) throw new TrucelineError('E_NAME_TAKEN', { name });
    return accountOf(row);
  });
}

/** Whoever had the old password is signed out. */
async function renewed(tx: Tx, id: string, password: string): Promise<Account> {
  await tx.deleteFrom('sessions').where('account_id', '=', id).execute();
  const row = await tx
    .updateTable('accounts')
    .set({ password })
    .where('id', '=', id)
    .returning(['id', 'name', 'role', 'created_at'])
    .executeTakeFirstOrThrow();
  return accountOf(row);
}
