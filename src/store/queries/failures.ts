import { sql } from 'kysely';
import { keyOfCursor, limitOf, pageOf } from '../cursor.ts';
import { packed } from '../page-bytes.ts';
import type { FailureLine, PageOf, Paging, RecordStore } from '../store.ts';
import type { Db } from '../tables.ts';
import { storableText } from '../text.ts';

/** Keeps one note an origin: the latest failure, and how often it was tried. */
export async function addFailure(db: Db, failure: Parameters<RecordStore['addFailure']>[0]): Promise<void> {
  const { page } = failure;
  const pack = page ? await packed(page.bytes) : null;
  await db.transaction().execute(async (tx) => {
    if (page && pack) {
      await tx
        .insertInto('pages')
        .values({ hash: page.hash, packed: pack, size: page.bytes.length })
        .onConflict((conflict) => conflict.column('hash').doNothing())
        .execute();
    }
    const row = {
      code: failure.code,
      message: storableText(failure.message),
      remedy: storableText(failure.remedy),
      hash: page?.hash ?? null,
    };
    await tx
      .insertInto('failures')
      .values({ origin: storableText(failure.origin), ...row })
      .onConflict((conflict) =>
        conflict.column('origin').doUpdateSet({
          ...row,
          attempts: sql`failures.attempts + 1`,
          last_at: sql`now()`,
        }),
      )
      .execute();
  });
}

export async function listFailures(db: Db, paging: Omit<Paging, 'order'> = {}): Promise<PageOf<FailureLine>> {
  const limit = limitOf(paging.limit);
  // Microseconds as text: a Date would lose them, and with them the place in the list.
  const at = sql<string>`to_char(last_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
  const rows = await db
    .selectFrom('failures')
    .select(['origin', 'code', 'message', 'remedy', 'hash', 'attempts', at.as('at')])
    .$if(Boolean(paging.cursor), (query) => {
      const [time, origin] = keyOfCursor(paging.cursor as string, ['string', 'string']);
      return query.where(sql<boolean>`(${at} < ${time} or (${at} = ${time} and origin > ${origin}))`);
    })
    .orderBy('last_at', 'desc')
    .orderBy('origin')
    .limit(limit + 1)
    .execute();
  return pageOf(
    rows,
    limit,
    ({ hash, at: time, ...rest }) => ({
      ...rest,
      ...(hash !== null && { hash }),
      lastAt: `${time.slice(0, 23)}Z`,
    }),
    (row) => [row.at, row.origin],
  );
}
