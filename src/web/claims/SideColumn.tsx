import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClaimLine, Side } from '../api/client.ts';
import { sidesQuery } from '../api/views.ts';
import { showLines } from '../evidence/show.ts';
import { useShow } from '../evidence/useShow.ts';
import { number, t, term, tn } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { countryName, sourceName } from '../shared/names.ts';
import { sideOf } from './sides.ts';

/** Claims of one side that the page shows at most; more are reached by narrowing down. */
const MOST = 200;
const OTHERS = 'others';

/** What a column is headed by. */
function nameOf({ key, party }: Side): string {
  if (key === OTHERS) return t('claims.others');
  return party.country === undefined ? party.name : countryName(party.country);
}

/** One party: what it says, newest first, since when, through whom. */
export function SideColumn(props: {
  side: Side;
  sides: readonly Side[];
  filter: Parameters<typeof sidesQuery>[0];
}) {
  const { side, sides, filter } = props;
  const [isLong, setIsLong] = useState(false);
  const more = useQuery({ ...sidesQuery({ ...filter, column: side.key, limit: MOST }), enabled: isLong });
  const claims = (isLong ? more.data?.columns[0]?.claims : undefined) ?? side.claims;
  const rest = side.count - claims.length;
  const name = nameOf(side);
  return (
    <section className="side" aria-label={name}>
      <header>
        <h2>
          <bdi>{name}</bdi> <span className="count">{number(side.count)}</span>
        </h2>
        <p className="facts quiet">
          {side.since !== null && <span>{t('line.since', { date: dateInWords(side.since, 'short') })}</span>}
          {side.denials > 0 && (
            <span className="stance stance-denies">{tn('claims.denials', side.denials)}</span>
          )}
        </p>
      </header>
      <ol>
        {claims.map((line) => (
          <li key={`${line.article.id} ${line.claim.id}`}>
            <Claim line={line} side={side} sides={sides} />
          </li>
        ))}
      </ol>
      {rest > 0 &&
        (isLong && more.isSuccess ? (
          <p className="quiet small side-rest">
            {t('claims.newest', { shown: number(claims.length), total: number(side.count) })}
          </p>
        ) : (
          <button type="button" className="button" disabled={isLong} onClick={() => setIsLong(true)}>
            {tn('claims.rest', Math.min(rest, MOST - claims.length))}
          </button>
        ))}
    </section>
  );
}

function Claim({ line, side, sides }: { line: ClaimLine; side: Side; sides: readonly Side[] }) {
  const { claim, article, actors } = line;
  const show = useShow();
  const speaker = actors.find(({ id }) => id === claim.speaker);
  const addressee = actors.find(({ id }) => id === claim.addressee);
  const against =
    claim.stance === 'denies' || claim.stance === 'accuses' ? opponent(line, side, sides) : undefined;
  const name = speaker?.name ?? claim.speakerText?.text ?? t('line.unnamed');
  return (
    <button
      type="button"
      className={`claim claim-${claim.stance}`}
      data-line
      onClick={() => show(showLines([{ article: article.id, line: claim.id }]))}
    >
      <span className="facts">
        <bdi>{name}</bdi>
        <span className={`stance stance-${claim.stance}`}>
          {term('stance', claim.stance)}
          {(addressee?.name ?? against) && ` ${addressee?.name ?? against}`}
        </span>
      </span>
      <bdi className="claim-text" lang={article.language}>
        {(claim.parts ?? [claim.content]).map(({ text }) => text).join(' … ')}
      </bdi>
      <span className="facts quiet">
        {article.published && <span>{dateInWords(article.published, 'short')}</span>}
        <bdi>{sourceName(article) ?? article.title}</bdi>
      </span>
    </button>
  );
}

/** The other side that speaks on the same in the same article: the one that is denied or accused, where only one is. */
function opponent({ claim, article }: ClaimLine, side: Side, sides: readonly Side[]): string | undefined {
  if (claim.about.length === 0) return undefined;
  const others = sides.filter(
    (other) =>
      other !== side &&
      other.claims.some(
        (one) =>
          one.article.id === article.id &&
          one.claim.about.some((id) => claim.about.includes(id)) &&
          sideOf(
            one.actors.find(({ id }) => id === one.claim.speaker),
            one.actors,
          ) !== null,
      ),
  );
  return others.length === 1 && others[0] ? nameOf(others[0]) : undefined;
}
