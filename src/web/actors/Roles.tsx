import { useQuery } from '@tanstack/react-query';
import type { RoleInTime } from '../api/client.ts';
import { rolesQuery } from '../api/views.ts';
import { number, t } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { Failed, Loading } from '../shared/states.tsx';
import { TakeRows } from '../shared/TakeRows.tsx';
import { timeOfDay } from '../time/interval.ts';

/** What somebody is called over time, and whom they belong to: in words, and as bars over one axis. */
export function Roles({ name, dossier }: { name: string; dossier: string | undefined }) {
  const found = useQuery(rolesQuery(name, dossier));
  const roles = found.data ?? [];
  return (
    <section className="panel" aria-label={t('actor.roles')}>
      <div className="panel-head">
        <h2>{t('actor.roles')}</h2>
        {roles.length > 0 && <TakeRows name="roles" rows={() => roles.map(rowOf)} />}
      </div>
      {found.isPending ? (
        <Loading rows={1} />
      ) : found.isError ? (
        <Failed error={found.error} retry={() => void found.refetch()} />
      ) : roles.length === 0 ? (
        <p className="quiet">{t('actor.roles.none')}</p>
      ) : (
        <RoleTable roles={roles} />
      )}
    </section>
  );
}

function RoleTable({ roles }: { roles: readonly RoleInTime[] }) {
  const days = roles.flatMap(({ first, last }) => [first, last].filter((day) => day !== null));
  const [start, end] = [days.toSorted()[0], days.toSorted().at(-1)];
  return (
    <div className="table-box">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('actor.role')}</th>
            <th scope="col">{t('actor.with')}</th>
            <th scope="col" className="number aside">
              {t('actors.articles')}
            </th>
            <th scope="col">{t('actor.when')}</th>
          </tr>
        </thead>
        <tbody>
          {roles.map((one) => (
            <tr key={`${one.role} ${one.affiliation}`}>
              <td>
                <bdi>{one.role ?? '–'}</bdi>
              </td>
              <td>
                <bdi>{one.affiliation ?? '–'}</bdi>
              </td>
              <td className="number aside">{number(one.articles)}</td>
              <td className="role-time">
                {inWords(one)}
                {start !== undefined && end !== undefined && <Bar role={one} start={start} end={end} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function inWords({ first, last }: RoleInTime): string {
  if (first === null || last === null) return t('date.none');
  if (first === last) return dateInWords(first, 'short');
  return t('date.range', { first: dateInWords(first, 'short'), last: dateInWords(last, 'short') });
}

/** From the first to the last article, among those of all roles. */
function Bar({ role: { first, last }, start, end }: { role: RoleInTime; start: string; end: string }) {
  const all = timeOfDay(end) - timeOfDay(start);
  if (first === null || last === null || all <= 0) return null;
  const part = (from: string, to: string) => `${((timeOfDay(to) - timeOfDay(from)) / all) * 100}%`;
  return (
    <span className="role-axis" aria-hidden="true">
      <span style={{ insetInlineStart: part(start, first), inlineSize: part(first, last) }} />
    </span>
  );
}

function rowOf({ role, affiliation, first, last, articles }: RoleInTime) {
  return { role: role ?? null, affiliation: affiliation ?? null, first, last, articles };
}
