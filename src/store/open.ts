import type { Store } from './desk-store.ts';

export interface StoreOptions {
  /** Folder of the store. Where neither this nor `databaseUrl` is given: TRUCELINE_DIR, else ./truceline-data. */
  readonly data?: string | undefined;
  /** A PostgreSQL server instead of a folder; DATABASE_URL where neither this nor `data` is given. */
  readonly databaseUrl?: string | undefined;
  /** Make the store where there is none. Otherwise that is E_STORE_MISSING. */
  readonly create?: boolean;
}

/**
 * Opens the store. Only one process at a time can have a folder; a server takes many. Close it in the end.
 * Throws E_STORE_MISSING, E_STORE_BUSY, E_STORE_CORRUPT, E_STORE_NEWER, E_STORE_SERVER, E_DISK_FULL, E_READ_ONLY.
 */
export async function openStore(options: StoreOptions = {}): Promise<Store> {
  const { url, folder } = placeOf(options);
  const create = options.create ?? false;
  // Loaded only now: PGlite, pg and Kysely take a while, and most programs need one of the first two.
  const { storeOn } = await import('./store-on.ts');
  if (url !== undefined) {
    const { openServer } = await import('./server.ts');
    return storeOn(await openServer(url, create));
  }
  const { openFolder } = await import('./folder.ts');
  return storeOn(await openFolder(folder, create));
}

function placeOf({ data, databaseUrl }: StoreOptions): { url?: string; folder: string } {
  const folder = data ?? (process.env.TRUCELINE_DIR || 'truceline-data');
  const url = databaseUrl ?? (data === undefined ? process.env.DATABASE_URL || undefined : undefined);
  return url === undefined ? { folder } : { url, folder };
}
