import { type RawBuilder, sql } from 'kysely';
import type { Side, Sides, SidesFilter } from '../../desk-views.ts';
import type { Db } from '../../tables.ts';
import { countedClaimConditions } from '../counted/conditions.ts';
import { listClaims } from '../list-claims.ts';

/** Parties with a column of their own; all others share one. */
const COLUMNS = 5;
/** Speakers looked at; who says less than these stands among the others. */
const SPEAKERS = 1000;
const SHOWN = 20;
/** Articles of a speaker looked at for whom they speak for. */
const LOOKED_AT = 50;
export const OTHERS = 'others';

interface Speaker {
  readonly key: string | null;
  readonly count: number;
  readonly denials: number;
  readonly since: string | null;
}
interface Party {
  readonly key: string;
  readonly name: string;
  readonly country: string | null;
}

/**
 * Who says what, a column for each of the parties that say most: all that they say is counted, the newest is shown.
 * Those who speak for one country stand together, others under the name of what they belong to, or their own.
 */
export async function sides(db: Db, { column, limit, ...filter }: SidesFilter = {}): Promise<Sides> {
  const where = await countedClaimConditions(db, filter);
  const { rows: speakers } = await sql<Speaker>`select claim.speaker as key, count(*)::int as count,
      (count(*) filter (where claim.stance = 'denies'))::int as denials,
      min(claim.first_day) filter (where claim.first_day > '0001') as since
    from counted_claims as claim where ${sql.join(where, sql` and `)} group by 1 order by 2 desc, 1`.execute(
    db,
  );
  const partyOf = await partiesOf(db, speakers.flatMap(({ key }) => key ?? []).slice(0, SPEAKERS));
  const parties = new Map<string, { party: Party; speakers: Speaker[] }>();
  for (const speaker of speakers) {
    const party = speaker.key === null ? undefined : partyOf.get(speaker.key);
    if (!party) continue;
    const known = parties.get(party.key);
    if (known) known.speakers.push(speaker);
    else parties.set(party.key, { party, speakers: [speaker] });
  }
  const most = [...parties.values()]
    .map((one) => ({ ...one, count: sum(one.speakers) }))
    .sort((a, b) => b.count - a.count || (a.party.key < b.party.key ? -1 : 1))
    .slice(0, COLUMNS);
  const shown = new Set(most.flatMap((one) => one.speakers.map(({ key }) => key as string)));
  const rest = speakers.filter(({ key }) => key === null || !shown.has(key));
  const named = await countryNames(
    db,
    most.flatMap(({ party }) => party.country ?? []),
  );
  const paging = { limit: limit ?? SHOWN };
  const columns: Side[] = [];
  const add = async (key: string, party: Side['party'], own: readonly Speaker[], is: RawBuilder<boolean>) => {
    if (own.length === 0 || (column !== undefined && column !== key)) return;
    const { items } = await listClaims(db, filter, paging, [is]);
    const since = own.flatMap((one) => one.since ?? []).sort()[0] ?? null;
    const denials = own.reduce((total, one) => total + one.denials, 0);
    columns.push({ key, party, count: sum(own), denials, since, claims: items });
  };
  for (const { party, speakers: own } of most) {
    const keys = own.map(({ key }) => key as string);
    const name = (party.country && named.get(party.country)) || party.name;
    await add(
      party.key,
      { name, ...(party.country !== null && { country: party.country }) },
      own,
      sql<boolean>`lower(line.speaker) = any(${keys}::text[])`,
    );
  }
  await add(
    OTHERS,
    { name: OTHERS },
    rest,
    sql<boolean>`(line.speaker is null or not lower(line.speaker) = any(${[...shown]}::text[]))`,
  );
  return { columns, total: sum(speakers) };
}

function sum(speakers: readonly Speaker[]): number {
  return speakers.reduce((total, { count }) => total + count, 0);
}

/** Whom somebody speaks for: their country, else what they belong to, else themselves. */
async function partiesOf(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, Party>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ key: string; name: string; house: string | null; country: string | null }>`
    select speaker.key, one.name, one.house, one.country
    from unnest(${[...keys]}::text[]) as speaker (key), lateral (
      select actors.name, house.name as house, coalesce(actors.country, house.country) as country
      from (select * from actors where name_key = speaker.key limit ${LOOKED_AT}) as actors left join actors as house
        on house.article_id = actors.article_id and house.id = actors.affiliation
      order by coalesce(actors.country, house.country) is null, house.name is null limit 1) as one`.execute(
    db,
  );
  return new Map(
    rows.map(({ key, name, house, country }) => [
      key,
      { key: country ?? (house ?? name).toLowerCase(), name: house ?? name, country },
    ]),
  );
}

/** A state's own name is the best one for all who speak for it. */
async function countryNames(db: Db, countries: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ country: string; name: string }>`select distinct on (country) country, name
    from actor_totals where dossier_id = '' and kind = 'state' and country = any(${[...countries]}::text[])
    order by country, articles desc`.execute(db);
  return new Map(rows.map(({ country, name }) => [country, name]));
}
