import { type RawBuilder, sql } from 'kysely';
import { dayNumber, LANE_CODES, QUAD_CODES, STATUS_CODES, TYPE_CODES } from '../../codes.ts';
import type { ClaimFilter, EventFilter } from '../../store.ts';
import type { Db } from '../../tables.ts';
import { nameKey } from '../../text.ts';
import { checkRange, inScope } from '../article-lines.ts';
import { eventConditions } from '../event-conditions.ts';
import { lineConditions } from '../lines.ts';
import { claimConditions } from '../list-claims.ts';

type Test = RawBuilder<boolean>;

/** What a filter asks of counted events, as SQL over the alias `event`; what these do not hold is looked up in the lines. */
export async function countedConditions(db: Db, filter: EventFilter): Promise<Test[]> {
  checkRange(filter);
  const { dossier, since, until, type, status, quad, country, sides, lane, exact, ...rest } = filter;
  const tests: Test[] = [sql`true`];
  const scope = inScope(filter, sql`event.article_id`);
  if (scope !== null) tests.push(scope);
  if (since !== undefined) tests.push(sql`event.last_day >= ${dayNumber(since)}::int`);
  if (until !== undefined) tests.push(sql`event.first_day <= ${dayNumber(until)}::int`);
  if (type !== undefined) tests.push(isOneOf(sql`event.type`, codesOf(TYPE_CODES, type)));
  if (status !== undefined) tests.push(isOneOf(sql`event.status`, codesOf(STATUS_CODES, status)));
  if (quad !== undefined) tests.push(isOneOf(sql`event.kind % 4`, codesOf(QUAD_CODES, quad)));
  if (country !== undefined)
    tests.push(
      sql`event.countries in (select id from counted_countries where countries @> array[${country.toUpperCase()}])`,
    );
  if (lane !== undefined) {
    const third = isThird(sides);
    tests.push(
      lane === 'third' ? third : sql<boolean>`(event.kind / 4 = ${LANE_CODES[lane]}::int and not ${third})`,
    );
  }
  if (exact !== undefined)
    tests.push(sql`(event.first_day = event.last_day) is ${sql.raw(exact ? '' : 'not')} true`);
  const others = Object.values(rest).filter((value) => value !== undefined);
  if (others.length > 0) {
    const where = [...(await lineConditions(db, 'events', rest)), ...(await eventConditions(db, rest))];
    tests.push(sql`(event.article_id, event.nr) in (
      select line.article_id, line.nr from events as line where ${sql.join(where, sql` and `)})`);
  }
  return tests;
}

/** The same of counted claims, as SQL over the alias `claim`. */
export async function countedClaimConditions(db: Db, filter: ClaimFilter): Promise<Test[]> {
  checkRange(filter);
  const { dossier, since, until, stance, topic, speaker, ...rest } = filter;
  const tests: Test[] = [sql`true`];
  const scope = inScope(filter, sql`claim.article_id`);
  if (scope !== null) tests.push(scope);
  if (since !== undefined) tests.push(sql`claim.last_day >= ${since}`);
  if (until !== undefined) tests.push(sql`claim.first_day <= ${until}`);
  if (stance !== undefined) tests.push(sql`claim.stance = any(${[stance].flat()}::text[])`);
  if (topic !== undefined) tests.push(sql`claim.topics @> array[${nameKey(topic)}]::text[]`);
  if (speaker !== undefined) tests.push(sql`claim.speaker = ${nameKey(speaker)}`);
  const others = Object.values(rest).filter((value) => value !== undefined);
  if (others.length > 0) {
    const where = [...(await lineConditions(db, 'claims', rest)), ...claimConditions(rest)];
    tests.push(sql`(claim.article_id, claim.nr) in (
      select line.article_id, line.nr from claims as line where ${sql.join(where, sql` and `)})`);
  }
  return tests;
}

/** Does somebody of a country take part, and nobody of these? Without sides nobody is a third party. */
export function isThird(sides: EventFilter['sides']): Test {
  const countries = [sides ?? []].flat();
  if (countries.length === 0) return sql`false`;
  return sql`event.countries in (select id from counted_countries where not countries && ${countries}::text[])`;
}

function codesOf<Word extends string>(
  codes: Readonly<Record<Word, number>>,
  words: Word | readonly Word[],
): number[] {
  return [words].flat().map((word) => codes[word as Word]);
}

function isOneOf(value: RawBuilder<unknown>, codes: readonly number[]): Test {
  return sql`${value} = any(${[...codes]}::int[])`;
}
