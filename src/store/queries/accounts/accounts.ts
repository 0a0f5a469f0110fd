import { sql } from 'kysely';
import { TrucelineError } from '../../../model/index.ts';
import type { Account, AccountStore, Role } from '../../accounts.ts';
import type { AccountsTable, Db, Tx } from '../../tables.ts';
import { nameKey } from '../../text.ts';

export function accountOf(row: Pick<AccountsTable, 'id' | 'name' | 'role'> & { created_at: Date }): Account {
  const { id, name, role, created_at } = row;
  return { id, name, role, createdAt: new Date(created_at).toISOString() };
}

const COLUMNS = ['id', 'name', 'role', 'created_at'] as const;

export async function anyAccount(db: Db): Promise<boolean> {
  return (await db.selectFrom('accounts').select('id').limit(1).execute()).length > 0;
}

export async function listAccounts(db: Db): Promise<readonly Account[]> {
  return (await db.selectFrom('accounts').select(COLUMNS).orderBy('name_key').execute()).map(accountOf);
}

export async function accountByName(db: Db, name: string): ReturnType<AccountStore['byName']> {
  const row = await db
    .selectFrom('accounts')
    .select([...COLUMNS, 'password'])
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst();
  return row ? { ...accountOf(row), password: row.password } : null;
}

export async function setPassword(db: Db, id: string, password: string): Promise<void> {
  await db.updateTable('accounts').set({ password }).where('id', '=', id).execute();
}

export async function setRole(db: Db, id: string, role: Role): Promise<Account> {
  return db.transaction().execute(async (tx) => {
    const account = await locked(tx, id);
    if (account.role === 'owner' && role !== 'owner') await checkOtherOwner(tx, id);
    await tx.updateTable('accounts').set({ role }).where('id', '=', id).execute();
    return { ...account, role };
  });
}

export async function removeAccount(db: Db, id: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const account = await locked(tx, id);
    if (account.role === 'owner') await checkOtherOwner(tx, id);
    await tx.deleteFrom('accounts').where('id', '=', id).execute();
  });
}

/** All changes of who is owner go one after the other, so that two cannot each leave the other as the last. */
async function locked(tx: Tx, id: string): Promise<Account> {
  await sql`select pg_advisory_xact_lock(7362515)`.execute(tx);
  const row = await tx.selectFrom('accounts').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  if (!row) throw new TrucelineError('E_NO_SUCH', { kind: 'account', id });
  return accountOf(row);
}

async function checkOtherOwner(tx: Tx, id: string): Promise<void> {
  const other = await tx
    .selectFrom('accounts')
    .select('id')
    .where('role', '=', 'owner')
    .where('id', '<>', id)
    .limit(1)
    .execute();
  if (other.length === 0) throw new TrucelineError('E_LAST_OWNER');
}
