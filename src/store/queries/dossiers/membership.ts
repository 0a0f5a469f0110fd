import { type RawBuilder, sql } from 'kysely';
import type { DossierDefinition } from '../../dossiers.ts';
import type { Db, Tx } from '../../tables.ts';
import { nameKey } from '../../text.ts';
import { checkRange } from '../article-lines.ts';
import { searchConfigs } from '../search-configs.ts';
import { wordQuery } from '../word-query.ts';

/**
 * A query for the ids of the articles that fall into a dossier; of `ids` only, where given. Each kind of criterion is
 * a set of article ids found by an index of its own.
 */
export async function membersOf(
  db: Db | Tx,
  definition: DossierDefinition,
  ids?: readonly string[],
): Promise<RawBuilder<{ id: string }>> {
  checkRange(definition);
  const among = ids === undefined ? sql`` : sql` and article_id = any(${[...ids]}::text[])`;
  const kinds = [
    partiesNamed(definition, among),
    placesNamed(definition, among),
    await wordsFound(db, definition),
  ].filter((kind) => kind !== null);
  const narrowed = [sql`superseded_by is null`];
  if (ids !== undefined) narrowed.push(sql`id = any(${[...ids]}::text[])`);
  if (definition.sources.length > 0) narrowed.push(fromSources(definition.sources));
  if (definition.since !== undefined) narrowed.push(sql`last_day >= ${definition.since}`);
  if (definition.until !== undefined) narrowed.push(sql`first_day <= ${definition.until}`);
  if (kinds.length > 0)
    narrowed.push(sql`(${sql.join(kinds, definition.match === 'all' ? sql` and ` : sql` or `)})`);
  return sql<{ id: string }>`select id from articles where ${sql.join(narrowed, sql` and `)}`;
}

function partiesNamed({ parties, partiesNeeded = 1 }: DossierDefinition, among: RawBuilder<unknown>) {
  if (parties.length === 0) return null;
  const sets = parties.map((party) => {
    const isCountry = /^[A-Z]{3}$/.test(party);
    const test = isCountry ? sql`country = ${party}` : sql`name_key = ${nameKey(party)}`;
    return sql`id in (select article_id from actors where ${test}${among})`;
  });
  const needed = Math.min(partiesNeeded, parties.length);
  if (needed <= 1) return sql`(${sql.join(sets, sql` or `)})`;
  return sql`${sql.join(
    sets.map((set) => sql`(${set})::int`),
    sql` + `,
  )} >= ${needed}::int`;
}

function placesNamed({ places }: DossierDefinition, among: RawBuilder<unknown>) {
  if (places.length === 0) return null;
  const names = places.map(nameKey);
  return sql`(id in (select article_id from events where lower(place) = any(${names}::text[])${among})
    or id in (select article_id from conditions where lower(place) = any(${names}::text[])${among}))`;
}

async function wordsFound(db: Db | Tx, { words }: DossierDefinition) {
  if (words.length === 0) return null;
  const configs = await searchConfigs(db);
  const tests = configs.map((config) => {
    const queries = words.map((asked) => wordQuery(config, asked));
    return sql`(search_config = ${config} and search @@ (${sql.join(queries, sql` || `)}))`;
  });
  return tests.length === 0 ? sql`false` : sql`(${sql.join(tests, sql` or `)})`;
}

function fromSources(sources: readonly string[]) {
  const names = sources.map(nameKey);
  const host = sql`regexp_replace(lower(split_part(split_part(coalesce(url, ''), '://', 2), '/', 1)), '^www\\.', '')`;
  return sql`(lower(outlet) = any(${names}::text[]) or ${host} = any(${names}::text[]))`;
}

/** Finds the dossiers of articles that were just written. */
export async function joinDossiers(tx: Tx, articleIds: readonly string[]): Promise<void> {
  const dossiers = await tx.selectFrom('dossiers').select(['id', 'definition']).execute();
  for (const { id, definition } of dossiers) {
    // JSON columns come back parsed; this one is written from a checked definition.
    const members = await membersOf(tx, definition as unknown as DossierDefinition, articleIds);
    await sql`insert into dossier_articles (dossier_id, article_id)
      select ${id}, id from (${members}) as member on conflict do nothing`.execute(tx);
  }
}
