import { sql } from 'kysely';
import { givenOf, isUnchanged } from '../given.ts';
import { packed } from '../page-bytes.ts';
import { reviewedRecord } from '../reviewed-record.ts';
import { type RecordRows, rowsOf } from '../rows.ts';
import type { Added, Entry } from '../store.ts';
import type { Db, Tx } from '../tables.ts';
import { storableText } from '../text.ts';
import { addToTotals } from './actor-totals.ts';
import { addCounted, lockCounts } from './counted/index.ts';
import { joinDossiers } from './dossiers/membership.ts';
import { dropUnusedPages } from './drop-unused-pages.ts';
import { addToFacets } from './facet-totals.ts';
import { insertRows } from './insert-rows.ts';
import { knownArticles } from './known-articles.ts';
import { removeLines } from './remove-lines.ts';
import { carryVerdicts, verdictsOf } from './reviews/verdicts.ts';

/**
 * Writes entries in one transaction. An id that is there with the same bytes and the same given facts is left alone;
 * with others it is replaced. A page of an address that is there with other bytes supersedes the older one.
 */
export async function addMany(db: Db, entries: readonly Entry[]): Promise<readonly Added[]> {
  const bytes = await Promise.all(entries.map(({ page }) => (page ? packed(page.bytes) : null)));
  return db.transaction().execute(async (tx) => {
    const ids = [...new Set(entries.map(({ record }) => record.article.id))];
    const urls = [...new Set(entries.flatMap(({ page }) => (page?.url ? [storableText(page.url)] : [])))];
    await lockNames(tx, [...ids, ...urls]);
    const known = new Map(await knownArticles(tx, ids));
    const latestOfUrl = await currentOfUrls(tx, urls);
    const outcomes: Added[] = [];
    const toWrite = new Map<string, Written>();
    const rewritten = new Set<string>();
    const replacedHashes = new Set<string>();
    const superseded = new Map<string, string>();
    const pages = new Map<string, { hash: string; packed: Uint8Array; size: number }>();
    entries.forEach(({ record, page, again = false }, index) => {
      const { id, title } = record.article;
      const before = known.get(id);
      if (before && !again && page && isUnchanged(page, before)) {
        outcomes.push({ id, title: before.title, outcome: 'unchanged' });
        return;
      }
      const given = { ...before?.given, ...(page && givenOf(page)) };
      if (before) {
        rewritten.add(id);
        if (before.hash && before.hash !== page?.hash) replacedHashes.add(before.hash);
      }
      toWrite.set(id, { record, page, given: JSON.stringify(given) });
      known.set(id, { id, hash: page?.hash ?? null, title, given, isSuperseded: false });
      const pack = bytes[index];
      if (page && pack) pages.set(page.hash, { hash: page.hash, packed: pack, size: page.bytes.length });
      const url = page?.url === undefined ? undefined : storableText(page.url);
      const older = url === undefined ? undefined : latestOfUrl.get(url);
      const supersedes = older !== undefined && older !== id ? older : undefined;
      if (supersedes !== undefined) superseded.set(supersedes, id);
      superseded.delete(id);
      if (url !== undefined) latestOfUrl.set(url, id);
      outcomes.push({
        id,
        title,
        outcome: before || supersedes !== undefined ? 'updated' : 'added',
        ...(supersedes !== undefined && { supersedes }),
      });
    });
    if (toWrite.size === 0) return outcomes;
    await removeLines(tx, [...rewritten, ...superseded.keys()]);
    await insertPages(tx, [...pages.values()]);
    await carryVerdicts(tx, superseded);
    await insertRows(tx, await reviewedRows(tx, toWrite));
    await supersede(tx, superseded);
    await lockCounts(tx);
    await addCounted(tx, [...toWrite.keys()]);
    await joinDossiers(tx, [...toWrite.keys()]);
    await addToTotals(tx, [...toWrite.keys()]);
    await addToFacets(tx, [...toWrite.keys()]);
    // Two pages of one address in one go: the older one's lines are not listed either.
    await removeLines(
      tx,
      [...toWrite.keys()].filter((id) => superseded.has(id)),
    );
    await forgetFailures(tx, entries);
    await dropUnusedPages(tx, [...replacedHashes]);
    return outcomes;
  });
}

interface Written extends Pick<Entry, 'record'> {
  readonly page: Entry['page'] | undefined;
  readonly given: string;
}

/** Rows as people left the lines; the record itself is kept as it was read. */
async function reviewedRows(tx: Tx, toWrite: ReadonlyMap<string, Written>): Promise<RecordRows[]> {
  const verdicts = await verdictsOf(tx, [...toWrite.keys()]);
  return [...toWrite].map(([id, { record: read, page, given }]) => {
    const ofArticle = verdicts.filter(({ articleId }) => articleId === id);
    const { record, marks } = reviewedRecord(read, ofArticle);
    const rows = rowsOf(record, page, given, marks);
    return record === read ? rows : { ...rows, article: { ...rows.article, record: JSON.stringify(read) } };
  });
}

/** Two writers of the same article or address wait for each other; PGlite has only one. */
async function lockNames(tx: Tx, names: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(name, 7)) from (
    select name from unnest(${[...names].sort()}::text[]) as name order by name) as names`.execute(tx);
}

async function currentOfUrls(tx: Tx, urls: readonly string[]): Promise<Map<string, string>> {
  if (urls.length === 0) return new Map();
  const rows = await tx
    .selectFrom('articles')
    .select(['id', 'source_url'])
    .where('source_url', 'in', urls)
    .where('superseded_by', 'is', null)
    .orderBy('seq')
    .execute();
  return new Map(rows.map(({ id, source_url }) => [source_url as string, id]));
}

async function insertPages(
  tx: Tx,
  pages: readonly { hash: string; packed: Uint8Array; size: number }[],
): Promise<void> {
  if (pages.length === 0) return;
  await tx
    .insertInto('pages')
    .values(pages)
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

/** The older version keeps its record; its lines have left the lists. */
async function supersede(tx: Tx, pairs: ReadonlyMap<string, string>): Promise<void> {
  for (const [older, newer] of pairs) {
    await tx.updateTable('articles').set({ superseded_by: newer }).where('id', '=', older).execute();
  }
}

async function forgetFailures(tx: Tx, entries: readonly Entry[]): Promise<void> {
  const origins = entries.flatMap(({ page }) => (page ? [storableText(page.origin)] : []));
  if (origins.length > 0) await tx.deleteFrom('failures').where('origin', 'in', origins).execute();
}
