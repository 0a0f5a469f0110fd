import { TrucelineError } from '../model/index.ts';

/** The place in a list after which the next page begins: the sort key of its last row, opaque to callers. */
export type Key = readonly (string | number)[];

export function cursorOf(key: Key): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Throws E_USAGE where the text is no cursor of such a list. */
export function keyOfCursor(cursor: string, types: readonly ('string' | 'number')[]): Key {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(key) &&
      key.length === types.length &&
      types.every((type, index) => typeof key[index] === type && !String(key[index]).includes('\u0000'))
    ) {
      return key as Key;
    }
  } catch {
    // Not JSON: the same message as for any other text.
  }
  throw new TrucelineError('E_USAGE', { detail: 'the cursor does not belong to this list' });
}

export const MAX_LIMIT = 1000;
export const DEFAULT_LIMIT = 50;

/** Throws E_USAGE where it is not a whole number from 1 to 1000. */
export function limitOf(limit: number | undefined): number {
  if (limit === undefined) return DEFAULT_LIMIT;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new TrucelineError('E_USAGE', {
      detail: `the limit must be a whole number from 1 to ${MAX_LIMIT}`,
    });
  }
  return limit;
}

/** Makes a page of `limit` items from up to `limit + 1` rows. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  toKey: (row: Row) => Key,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    next: rows.length > limit && last !== undefined ? cursorOf(toKey(last)) : null,
  };
}
