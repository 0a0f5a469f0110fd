import { TrucelineError } from '../model/index.ts';

/**
 * SQLSTATE classes by which PostgreSQL says that it is the data that it cannot take: 22 data exception, 54 program limit
 * exceeded. The transaction is undone and the next one may go well; null for every other error.
 */
export function refusalOf(error: unknown): TrucelineError | null {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code !== 'string' || !/^(?:22|54)[0-9A-Z]{3}$/.test(code)) return null;
  return new TrucelineError('E_STORE_REFUSED', { detail: String(message) }, error);
}
