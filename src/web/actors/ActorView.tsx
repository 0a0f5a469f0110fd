import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { linesQuery } from '../api/queries.ts';
import { LineHead } from '../evidence/LineHead.tsx';
import { idOf, type RecordLine } from '../evidence/line.ts';
import { Sentence } from '../evidence/Sentence.tsx';
import { t, term } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { countryName } from '../shared/names.ts';
import { Failed, Loading, MoreToCome } from '../shared/states.tsx';
import { useTitle } from '../shell/title.ts';
import { type RoleInTime, rolesOf } from './roles.ts';

const route = getRouteApi('/people/$name');

/** One person or party: what they are called over time, what they said, what they did. */
export function ActorView() {
  const { name } = route.useParams();
  useTitle(name);
  const said = useInfiniteQuery(linesQuery('claims', new URLSearchParams({ speaker: name }).toString()));
  const did = useInfiniteQuery(linesQuery('events', new URLSearchParams({ actor: name }).toString()));
  const lines = useMemo(
    () => [said.data, did.data].flatMap((data) => data?.pages.flatMap(({ items }) => items) ?? []),
    [said.data, did.data],
  );
  const roles = useMemo(() => rolesOf(name, lines), [name, lines]);
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
      <section className="panel" aria-label={t('actor.roles')}>
        <h2>{t('actor.roles')}</h2>
        <Roles roles={roles} />
      </section>
      <div className="columns">
        <Lines title={t('actor.said')} none={t('actor.said.none')} pages={said} />
        <Lines title={t('actor.did')} none={t('actor.did.none')} pages={did} />
      </div>
    </div>
  );
}

function Roles({ roles }: { roles: readonly RoleInTime[] }) {
  if (roles.length === 0) return <p className="quiet">{t('actor.roles.none')}</p>;
  return (
    <div className="table-box">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('actor.role')}</th>
            <th scope="col">{t('actor.with')}</th>
            <th scope="col">{t('actor.when')}</th>
          </tr>
        </thead>
        <tbody>
          {roles.map(({ role, affiliation, first, last }) => (
            <tr key={`${role} ${affiliation}`}>
              <td>
                <bdi>{role ?? '–'}</bdi>
              </td>
              <td>
                <bdi>{affiliation ?? '–'}</bdi>
              </td>
              <td>
                {first === undefined || last === undefined
                  ? t('date.none')
                  : first === last
                    ? dateInWords(first, 'short')
                    : t('date.range', {
                        first: dateInWords(first, 'short'),
                        last: dateInWords(last, 'short'),
                      })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Pages = ReturnType<typeof useInfiniteQuery<{ items: RecordLine[]; next: string | null }>>;

function Lines({ title, none, pages }: { title: string; none: string; pages: Pages }) {
  const data = pages.data as { pages: readonly { items: RecordLine[] }[] } | undefined;
  const lines = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
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
