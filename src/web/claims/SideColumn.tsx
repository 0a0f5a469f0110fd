import { useState } from 'react';
import type { ClaimLine } from '../api/client.ts';
import { showLines } from '../evidence/show.ts';
import { useShow } from '../evidence/useShow.ts';
import { number, t, term, tn } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { sourceName } from '../shared/names.ts';
import { type Side, sideOf } from './sides.ts';

const FIRST = 12;

/** One party: what it says, since when, through whom. */
export function SideColumn({ side, sides }: { side: Side; sides: readonly Side[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? side.claims : side.claims.slice(0, FIRST);
  const denials = side.claims.filter(({ claim }) => claim.stance === 'denies').length;
  return (
    <section className="side" aria-label={side.name}>
      <header>
        <h2>
          <bdi>{side.name}</bdi> <span className="count">{number(side.claims.length)}</span>
        </h2>
        <p className="facts quiet">
          {side.first && <span>{t('line.since', { date: dateInWords(side.first, 'short') })}</span>}
          {denials > 0 && <span className="stance stance-denies">{tn('claims.denials', denials)}</span>}
        </p>
      </header>
      <ol>
        {shown.map((line) => (
          <li key={`${line.article.id} ${line.claim.id}`}>
            <Claim line={line} side={side} sides={sides} />
          </li>
        ))}
      </ol>
      {side.claims.length > shown.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {tn('claims.rest', side.claims.length - shown.length)}
        </button>
      )}
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
  return others.length === 1 ? others[0]?.name : undefined;
}
