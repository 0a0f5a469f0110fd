import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleRecord } from '../../src/model/index.ts';
import { type ServerOptions, startServer } from '../../src/serve/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';

export interface Served {
  readonly address: string;
  readonly store: Store;
  readonly ownerLink: string | null;
  readonly stop: () => Promise<void>;
}

/** A server on a free port, without accounts where not told otherwise, over a store of its own in a temporary folder. */
export async function serve(
  records: readonly ArticleRecord[],
  options: Partial<ServerOptions> = {},
): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'truceline-serve-'));
  const store = await openStore({ data: join(folder, 'store'), create: true });
  await store.addMany(records.map((record) => ({ record })));
  const server = await startServer({ store, port: 0, noAuth: true, ...options });
  return {
    address: server.address,
    store,
    ownerLink: server.ownerLink,
    stop: async () => {
      await server.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
