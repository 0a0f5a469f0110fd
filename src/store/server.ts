import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { asTrucelineError, TrucelineError } from '../model/index.ts';
import type { Backend } from './backend.ts';
import { migrate, migrationOf } from './migrate.ts';
import { refusalOf } from './refusal.ts';
import type { Tables } from './tables.ts';

const CONNECTIONS = 10;

/**
 * Opens the store in a database of a PostgreSQL server, making its tables where `create` is set. Throws E_STORE_SERVER,
 * E_STORE_MISSING, E_STORE_NEWER.
 */
export async function openServer(url: string, create: boolean): Promise<Backend> {
  const place = withoutPassword(url);
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, connectionTimeoutMillis: 10_000 });
  // An idle connection that the server drops is replaced; the query that needs it will tell if it cannot be.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    if (!create && (await migrationOf(db)) === 0)
      throw new TrucelineError('E_STORE_MISSING', { path: place });
    await migrate(db, place);
  } catch (error) {
    await db.destroy();
    throw error instanceof TrucelineError ? error : serverError(error);
  }
  return {
    db,
    place,
    isOwn: false,
    translated: (error) => translated(error, place),
    // The server keeps house itself.
    beforeWrite: () => undefined,
    afterWrite: async () => undefined,
    close: () => db.destroy(),
  };
}

function translated(error: unknown, place: string): Error {
  if (error instanceof TrucelineError) return error;
  const code = (error as { code?: string }).code ?? '';
  if (code === '53100') return new TrucelineError('E_DISK_FULL', { path: place }, error);
  // 08: connection, 57P: shutdown, 53: resources, 28: login; the rest of this kind comes from the socket.
  if (
    /^(?:08|57P|53|28)/.test(code) ||
    /^E[A-Z]+$/.test(code) ||
    /connection|timeout/i.test(messageOf(error))
  ) {
    return serverError(error);
  }
  return refusalOf(error) ?? asTrucelineError(error, place);
}

function serverError(error: unknown): TrucelineError {
  return new TrucelineError('E_STORE_SERVER', { detail: messageOf(error) }, error);
}

/** A refused connection to a name with several addresses is an AggregateError without a message. */
function messageOf(error: unknown): string {
  const { message, code, errors } = error as { message?: string; code?: string; errors?: readonly Error[] };
  return message || errors?.[0]?.message || code || String(error);
}

export function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url);
    if (parsed.password !== '') parsed.password = '***';
    return parsed.href;
  } catch {
    return 'DATABASE_URL';
  }
}
