import { sql } from 'kysely';
import type { Account } from '../../accounts.ts';
import type { AccountsTable, Db } from '../../tables.ts';
import { accountOf } from './accounts.ts';

/** Opens a session; those that have run out are cleared away on the occasion. */
export async function openSession(db: Db, accountId: string, tokenHash: string, days: number): Promise<void> {
  await sql`delete from sessions where expires_at < now()`.execute(db);
  await db
    .insertInto('sessions')
    .values({
      token_hash: tokenHash,
      account_id: accountId,
      expires_at: sql`now() + make_interval(days => ${days}::int)`,
    })
    .execute();
}

/** Looked up with every request, so it writes only when an hour has passed since it was last seen. */
export async function accountOfSession(db: Db, tokenHash: string): Promise<Account | null> {
  const { rows } = await sql<
    Pick<AccountsTable, 'id' | 'name' | 'role'> & { created_at: Date; is_stale: boolean }
  >`select accounts.id, accounts.name, accounts.role, accounts.created_at,
      sessions.seen_at < now() - interval '1 hour' as is_stale
    from sessions join accounts on accounts.id = sessions.account_id
    where sessions.token_hash = ${tokenHash} and sessions.expires_at > now()`.execute(db);
  const [row] = rows;
  if (!row) return null;
  if (row.is_stale)
    await sql`update sessions set seen_at = now() where token_hash = ${tokenHash}`.execute(db);
  return accountOf(row);
}

export async function closeSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
}

export async function closeOtherSessions(db: Db, accountId: string, kept: string): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('account_id', '=', accountId)
    .where('token_hash', '<>', kept)
    .execute();
}
