import { Option } from 'commander';
import { isEdtf, TrucelineError } from '../model/index.ts';
import { openStore, type Store } from '../store/index.ts';

/** Options and habits that the commands over the store share. */
export const dataOption = () =>
  new Option('--data <folder>', 'folder of the store (otherwise TRUCELINE_DIR or ./truceline-data)');

export const jsonLinesOption = () => new Option('--json', 'print one JSON object a line');

export const limitOption = (count: number) =>
  new Option('--limit <number>', 'how many at most; 0 for all').default(count).argParser((value: string) => {
    const limit = Number(value);
    if (!Number.isInteger(limit) || limit < 0)
      throw new TrucelineError('E_USAGE', { detail: `--limit ${value}: it must be a whole number` });
    return limit;
  });

export const inLanguageOption = () =>
  new Option('--language <code>', 'only in this language, ISO 639').argParser((value: string) => {
    if (!/^[a-z]{2,3}$/.test(value)) throw new TrucelineError('E_LANGUAGE', { value });
    return value;
  });

/** A whole day; a year or month stands for its first or last one. */
export const dayOption = (flag: '--since' | '--until', text: string) =>
  new Option(`${flag} <date>`, text).argParser((value: string) => {
    if (!/^\d{4}(?:-\d\d){0,2}$/.test(value) || !isEdtf(value)) throw new TrucelineError('E_DATE', { value });
    const missing = flag === '--since' ? ['', '-01', '-01-01'] : ['', '-31', '-12-31'];
    return value + missing[3 - value.split('-').length];
  });

export interface DataOption {
  readonly data?: string;
}

/** Opens the store, works on it and closes it whatever happens. */
export async function withStore<Result>(
  { data }: DataOption,
  work: (store: Store) => Promise<Result>,
  { create = false } = {},
): Promise<Result> {
  const store = await openStore({ data, create });
  let result: Result;
  try {
    result = await work(store);
  } catch (error) {
    // The error that stopped the work is the one to tell.
    await store.close().catch(() => undefined);
    throw error;
  }
  await store.close();
  return result;
}

/** All items of a paged list, up to `limit` (0: all), a page in memory at a time. */
export async function* itemsOf<Item>(
  page: (paging: { limit: number; cursor: string | null }) => Promise<{
    readonly items: readonly Item[];
    readonly next: string | null;
  }>,
  limit = 0,
): AsyncGenerator<Item, { readonly isMore: boolean }> {
  const PAGE = 200;
  let left = limit === 0 ? Number.POSITIVE_INFINITY : limit;
  let cursor: string | null = null;
  do {
    const { items, next }: { readonly items: readonly Item[]; readonly next: string | null } = await page({
      limit: Math.min(PAGE, left),
      cursor,
    });
    yield* items;
    left -= items.length;
    cursor = next;
  } while (cursor !== null && left > 0);
  return { isMore: cursor !== null };
}
