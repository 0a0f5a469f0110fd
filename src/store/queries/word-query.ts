import { type RawBuilder, sql } from 'kysely';
import { storableText } from '../text.ts';

/** A word with a star at its end, outside quotation marks: its beginning is what is looked for. */
const BEGINNING = /^[\p{L}\p{N}]{2,40}\*$/u;
const MOST_BEGINNINGS = 8;

/**
 * What a person asked for as a tsquery of a configuration: web search syntax (`"a phrase"`, `or`, `-word`), and
 * `begin*` for words that begin so. All beginnings must be found besides the rest.
 */
export function wordQuery(config: string, asked: string): RawBuilder<unknown> {
  const { rest, beginnings } = takenApart(storableText(asked));
  const parts = beginnings.map(
    (beginning) => sql`to_tsquery(${config}::regconfig, ${`'${beginning}':*`}::text)`,
  );
  if (rest !== '' || parts.length === 0)
    parts.unshift(sql`websearch_to_tsquery(${config}::regconfig, ${rest}::text)`);
  return parts.length === 1 ? (parts[0] as RawBuilder<unknown>) : sql`(${sql.join(parts, sql` && `)})`;
}

/** Pure. */
export function takenApart(asked: string): { readonly rest: string; readonly beginnings: readonly string[] } {
  const beginnings: string[] = [];
  const rest = asked
    .split('"')
    .map((part, nr) => (nr % 2 === 1 ? part : withoutBeginnings(part, beginnings)))
    .join('"')
    .trim();
  return { rest, beginnings };
}

function withoutBeginnings(part: string, beginnings: string[]): string {
  return part
    .split(/\s+/)
    .filter((word) => {
      if (!BEGINNING.test(word) || beginnings.length >= MOST_BEGINNINGS) return true;
      beginnings.push(word.slice(0, -1));
      return false;
    })
    .join(' ');
}
