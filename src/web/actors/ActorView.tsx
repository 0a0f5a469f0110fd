import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { linesQuery } from '../api/queries.ts';
import { networkQuery } from '../api/views.ts';
import { LineHead } from '../evidence/LineHead.tsx';
import { idOf, type RecordLine } from '../evidence/line.ts';
import { Sentence } from '../evidence/Sentence.tsx';
import { number, t, term } from '../messages/index.ts';
import { useDossier } from '../shared/dossier.ts';
import { countryName } from '../shared/names.ts';
import { present, stringifySearch } from '../shared/search-params.ts';
import { Failed, Loading, MoreToCome } from '../shared/states.tsx';
import { Take } from '../shared/Take.tsx';
import { TakeRows } from '../shared/TakeRows.tsx';
import { useTitle } from '../shell/title.ts';
import { Roles } from './Roles.tsx';
import { TieTable } from './TieTable.tsx';
import { tiesOf } from './ties.ts';

const route = getRouteApi('/people/$name');
const MOST_TIES = 8;

/** One person or party: what they are called over time, what they said, what they did. */
export function ActorView() {
  const { name } = route.useParams();
  useTitle(name);
  const { id: dossier } = useDossier();
  const spoken = present({ speaker: name, dossier });
  const done = present({ actor: name, dossier });
  const said = useInfiniteQuery(linesQuery('claims', stringifySearch(spoken)));
  const did = useInfiniteQuery(linesQuery('events', stringifySearch(done)));
  const lines = useMemo(
    () => [said.data, did.data].flatMap((data) => data?.pages.flatMap(({ items }) => items) ?? []),
    [said.data, did.data],
  );
  const self = lines.flatMap(({ actors }) => actors).find((actor) => actor.name === name);
  return (
    <div className="view actor-view">
      <header className="view-head">
        <h1>
          <bdi>{name}</bdi>
        </h1>
        {self && (
          <p className="quiet facts">
            <span>{term('actorKind', self.kind)}</span>
            {self.country && <span>{countryName(self.country)}</span>}
          </p>
        )}
      </header>
      <Roles name={name} dossier={dossier} />
      <Ties name={name} dossier={dossier} />
      <div className="columns">
        <Lines title={t('actor.said')} none={t('actor.said.none')} pages={said}>
          <Take table="claims" filter={spoken} />
        </Lines>
        <Lines title={t('actor.did')} none={t('actor.did.none')} pages={did}>
          <Take table="events" filter={done} />
        </Lines>
      </div>
    </div>
  );
}

type Pages = ReturnType<typeof useInfiniteQuery<{ items: RecordLine[]; next: string | null }>>;

/** Whom they speak or act with or against, most first. */
function Ties({ name, dossier }: { name: string; dossier: string | undefined }) {
  const network = useQuery(networkQuery(dossier, name));
  const ties = useMemo(() => (network.data ? tiesOf(network.data) : []), [network.data]);
  if (ties.length === 0) return null;
  return (
    <section className="panel" aria-label={t('actor.tellsOf')}>
      <div className="panel-head">
        <h2>{t('actor.tellsOf')}</h2>
        <TakeRows name="ties" rows={() => ties.map((tie) => ({ ...tie }))} />
      </div>
      <TieTable ties={ties.slice(0, MOST_TIES)} dossier={dossier} of={name} />
      {ties.length > MOST_TIES && (
        <p className="quiet small">
          {t('network.some', { shown: number(MOST_TIES), total: number(ties.length) })}
        </p>
      )}
    </section>
  );
}

function Lines(props: { title: string; none: string; pages: Pages; children: ReactNode }) {
  const { title, none, pages, children } = props;
  const data = pages.data as { pages: readonly { items: RecordLine[] }[] } | undefined;
  const lines = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="panel" aria-label={title}>
      <div className="panel-head">
        <h2>{title}</h2>
        {lines.length > 0 && children}
      </div>
      {pages.isPending ? (
        <Loading rows={3} />
      ) : pages.isError ? (
        <Failed error={pages.error} retry={() => void pages.refetch()} />
      ) : lines.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <>
          <ol className="drawer-list">
            {lines.map((line) => (
              <li key={`${line.article.id} ${idOf(line)}`} className="drawer-line">
                <LineHead line={line} />
                <Sentence line={line} />
              </li>
            ))}
          </ol>
          {pages.hasNextPage && <MoreToCome pages={pages} />}
        </>
      )}
    </section>
  );
}
