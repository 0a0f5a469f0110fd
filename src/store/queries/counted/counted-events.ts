import { type RawBuilder, sql } from 'kysely';
import { QUAD_CODES, STATUS_CODES, TYPE_CODES } from '../../codes.ts';
import { laneOf } from '../../lanes.ts';
import type { Tx } from '../../tables.ts';
import { idOf, numberOfDay } from './numbers.ts';
import { type PlaceMonth, recountMonths } from './place-months.ts';

/** The number of a word, as SQL. */
function codeOf(column: RawBuilder<unknown>, codes: Readonly<Record<string, number>>): RawBuilder<number> {
  const words = Object.entries(codes).sort(([, one], [, other]) => one - other);
  return sql<number>`(array_position(${words.map(([word]) => word)}::text[], ${column}) - 1)`;
}

/** The shown events of these articles, or of all. */
function told(articleIds: readonly string[] | 'all'): RawBuilder<unknown> {
  const among = articleIds === 'all' ? sql`` : sql`and line.article_id = any(${[...articleIds]}::text[])`;
  return sql`select line.*, lower(line.place) as place_key, lane.name as lane, coalesce(taking.part, '{}') as countries
    from events as line
    cross join lateral (select ${laneOf(undefined)} as name) as lane
    cross join lateral (select array_agg(party order by party) as part from unnest(line.parties) as party
      where party ~ '^[A-Z]{3}$') as taking
    where not line.hidden ${among}`;
}

const placeId = idOf(
  sql`concat_ws('|', place_key, coalesce(place_country, ''), lat, lon, coalesce(precision, ''))`,
);
const isPlaced = sql`place is not null and lat is not null and lon is not null`;
const countriesId = idOf(sql`array_to_string(countries, ',')`);

/** Told after the lines of articles were written. */
export async function addCountedEvents(tx: Tx, articleIds: readonly string[] | 'all'): Promise<void> {
  await sql`insert into counted_countries (id, countries)
    select distinct ${countriesId}, countries from (${told(articleIds)}) as line where cardinality(countries) > 0
    on conflict (id) do nothing`.execute(tx);
  await sql`insert into counted_places as known (id, name, country, lat, lon, precision)
    select distinct on (1) ${placeId}, place, place_country, lat, lon, precision
    from (${told(articleIds)}) as line where ${isPlaced} order by 1, place collate "C"
    on conflict (id) do update set name = excluded.name where excluded.name < known.name`.execute(tx);
  await sql`insert into counted_events
      (article_id, nr, first_day, last_day, month, killed, type, status, kind, countries, place, named)
    select article_id, nr, ${numberOfDay(sql`first_day`)}, ${numberOfDay(sql`last_day`)},
      case when first_day >= '0001' then left(first_day, 4)::int * 12 + substr(first_day, 6, 2)::int - 1 else -1 end,
      killed, ${codeOf(sql`type`, TYPE_CODES)}, ${codeOf(sql`status`, STATUS_CODES)},
      case lane when 'talks' then 0 when 'incidents' then 1 else 2 end * 4 + ${codeOf(sql`quad`, QUAD_CODES)},
      case when cardinality(countries) > 0 then ${countriesId} else 0 end,
      case when ${isPlaced} then ${placeId} end, ${idOf(sql`place_key`)}
    from (${told(articleIds)}) as line`.execute(tx);
  await recountMonths(tx, await monthsOf(tx, articleIds));
}

/** Told before the lines of articles are removed. */
export async function removeCountedEvents(tx: Tx, articleIds: readonly string[]): Promise<void> {
  const months = await monthsOf(tx, articleIds);
  await tx.deleteFrom('counted_events').where('article_id', 'in', articleIds).execute();
  await recountMonths(tx, months);
}

async function monthsOf(tx: Tx, articleIds: readonly string[] | 'all'): Promise<readonly PlaceMonth[]> {
  const among = articleIds === 'all' ? sql`` : sql`and article_id = any(${[...articleIds]}::text[])`;
  const { rows } = await sql<PlaceMonth>`select distinct place::text, month from counted_events
    where place is not null ${among}`.execute(tx);
  return rows;
}
