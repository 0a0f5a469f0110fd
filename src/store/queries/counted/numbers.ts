import { type RawBuilder, sql } from 'kysely';
import { FIRST_NUMBER } from '../../codes.ts';

/** A day column as the number of its day. */
export function numberOfDay(column: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`case when ${column} < '0001' then ${FIRST_NUMBER}::int
    else ${column}::date - date '1970-01-01' end`;
}

/** A number that stands for a text. */
export function idOf(text: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`('x' || left(md5(${text}), 16))::bit(64)::bigint`;
}
