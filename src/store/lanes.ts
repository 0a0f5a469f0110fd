import { type RawBuilder, sql } from 'kysely';

/** The lanes of the timeline. `third`: what those do who are of no country in dispute. */
export const LANES = ['talks', 'incidents', 'statements', 'third'] as const;
export type Lane = (typeof LANES)[number];

/** The lane of an event, as SQL over the alias `line`. Without sides nobody is a third party. */
export function laneOf(sides: string | readonly string[] | undefined): RawBuilder<Lane> {
  const countries = [sides ?? []].flat();
  const own = sql`case when line.type in ('CONSULT', 'AGREE', 'COOPERATE', 'CONCEDE') then 'talks'
    when line.quad = 'material-conflict' or line.type = 'RETREAT' then 'incidents' else 'statements' end`;
  if (countries.length === 0) return sql`${own}`;
  // Countries are the only parties in capitals.
  return sql`case when not line.parties && ${countries}::text[]
      and exists (select from unnest(line.parties) as party where party ~ '^[A-Z]{3}$')
    then 'third' else ${own} end`;
}
