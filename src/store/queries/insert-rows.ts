import { type RawBuilder, sql } from 'kysely';
import type { RecordRows } from '../rows.ts';
import type { Tx } from '../tables.ts';

/** Columns with their types, in step with migrations/ and the row types of tables.ts. */
const COLUMNS = {
  actors:
    'article_id text, id text, name text, name_key text, kind text, country text, sector text, role text, affiliation text, wikidata text, mention_count int',
  events:
    'article_id text, nr int, id text, type text, mode text, status text, quad text, language text, first_day text, last_day text, day_up text, day_down text, place text, place_country text, parties text[], killed int, injured int, confidence real, sentence text, body text, review text, hidden boolean, score real, lat real, lon real, precision text, topics text[]',
  claims:
    'article_id text, nr int, id text, stance text, speaker text, parties text[], quoted boolean, language text, day_up text, day_down text, first_day text, last_day text, sentence text, body text, review text, hidden boolean, score real, topics text[], deadline text',
  conditions:
    'article_id text, nr int, id text, kind text, status text, parties text[], place text, language text, first_day text, last_day text, day_up text, day_down text, sentence text, body text, review text, hidden boolean, score real, subject text',
  ties: 'article_id text, from_key text, to_key text, day text, cooperation int, conflict int',
} as const;

const ARTICLE_COLUMNS =
  'id text, hash text, origin text, source_url text, given text, title text, outlet text, url text, language text, published text, first_day text, last_day text, day_up text, day_down text, event_count int, claim_count int, condition_count int, actor_count int, search_config text, search_text text, record text';

const JSON_COLUMNS = new Set(['given', 'record', 'body']);

/**
 * Writes the rows of several records, one statement a table: the rows travel as one JSON parameter, which costs a
 * fraction of a parameter a cell. Articles that are there are overwritten in place and keep their `seq`.
 */
export async function insertRows(tx: Tx, records: readonly RecordRows[]): Promise<void> {
  const names = namesOf(ARTICLE_COLUMNS).filter((name) => name !== 'search_text');
  await sql`insert into articles (${list(names)}, search)
    select ${values(names)},
      setweight(to_tsvector(search_config::regconfig, title), 'A') ||
      setweight(to_tsvector(search_config::regconfig, search_text), 'B')
    from ${recordset(
      ARTICLE_COLUMNS,
      records.map(({ article }) => article),
    )}
    on conflict (id) do update set ${sql.raw([...names, 'search'].map((name) => `${name} = excluded.${name}`).join(', '))},
      superseded_by = null`.execute(tx);
  await insertLines(tx, records);
}

/** Writes the lines of records whose articles are there. */
export async function insertLines(tx: Tx, records: readonly RecordRows[]): Promise<void> {
  for (const table of ['actors', 'events', 'claims', 'conditions', 'ties'] as const) {
    const rows = records.flatMap((record): readonly object[] => record[table]);
    if (rows.length === 0) continue;
    const columns = namesOf(COLUMNS[table]);
    await sql`insert into ${sql.table(table)} (${list(columns)})
      select ${values(columns)} from ${recordset(COLUMNS[table], rows)}`.execute(tx);
  }
}

function namesOf(columns: string): string[] {
  return columns.split(', ').map((column) => column.slice(0, column.indexOf(' ')));
}

function list(names: readonly string[]): RawBuilder<unknown> {
  return sql.raw(names.join(', '));
}

/** JSON columns travel as strings, so that the server never looks into them: they may hold escapes it refuses in text. */
function values(names: readonly string[]): RawBuilder<unknown> {
  return sql.raw(names.map((name) => (JSON_COLUMNS.has(name) ? `${name}::json` : name)).join(', '));
}

function recordset(columns: string, rows: readonly object[]): RawBuilder<unknown> {
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as row(${sql.raw(columns)})`;
}
