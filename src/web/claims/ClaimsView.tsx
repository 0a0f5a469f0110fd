import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { claimsAllQuery, conditionsAllQuery, timelineAllQuery } from '../api/whole.ts';
import { number, t, term } from '../messages/index.ts';
import { ClearButton, Field, TextField } from '../shared/fields.tsx';
import { present } from '../shared/search-params.ts';
import { Empty, Failed, Loading } from '../shared/states.tsx';
import { Take } from '../shared/Take.tsx';
import { useTitle } from '../shell/title.ts';
import { CasualtyTable } from './CasualtyTable.tsx';
import { SideColumn } from './SideColumn.tsx';
import { type ClaimsSearch, STANCES } from './search.ts';
import { sidesOf } from './sides.ts';
import { type Subject, subjectsOf } from './subjects.ts';

const route = getRouteApi('/claims');
type Patch = { [Key in keyof ClaimsSearch]: ClaimsSearch[Key] | undefined };

/** Who says what, side by side. Nothing here decides between them. */
export function ClaimsView() {
  useTitle(t('claims.title'));
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { about, show: _show, ...filter } = search;
  const claims = useQuery(claimsAllQuery(filter));
  const conditions = useQuery(conditionsAllQuery({ dossier: search.dossier }));
  const entries = useQuery(timelineAllQuery({ dossier: search.dossier }));
  const subjects = useMemo(
    () => subjectsOf(claims.data ?? [], conditions.data ?? [], entries.data ?? []),
    [claims.data, conditions.data, entries.data],
  );
  const change = useCallback(
    (patch: Partial<Patch>) =>
      void navigate({
        search: (before) => present({ ...before, ...patch }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const setText = useCallback((text: string | undefined) => change({ text }), [change]);
  const chosen = subjects.find(({ key }) => key === about);
  const shown = about === undefined ? (claims.data ?? []) : (chosen?.claims ?? []);
  const sides = useMemo(() => sidesOf(shown, t('claims.others')), [shown]);
  const count = Object.keys(search).filter((name) => !['dossier', 'show'].includes(name)).length;
  return (
    <div className="view claims-view">
      <header className="view-head">
        <h1>{t('claims.title')}</h1>
        <p className="quiet">{t('claims.about')}</p>
      </header>
      <search className="filters">
        <SubjectField subjects={subjects} value={about} onChange={(next) => change({ about: next })} />
        <TextField label={t('filter.words.label')} value={search.text} isSearch onChange={setText} />
        <Field label={t('claims.stance')}>
          {(id) => (
            <select
              id={id}
              value={search.stance?.[0] ?? ''}
              onChange={({ target }) =>
                change({ stance: target.value ? STANCES.filter((one) => one === target.value) : undefined })
              }
            >
              <option value="">{t('filter.any')}</option>
              {STANCES.map((stance) => (
                <option key={stance} value={stance}>
                  {term('stance', stance)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <ClearButton
          count={count}
          onClear={() =>
            change({
              about: undefined,
              text: undefined,
              stance: undefined,
              since: undefined,
              until: undefined,
            })
          }
        />
        <Take table="claims" filter={filter} />
      </search>
      {claims.isPending ? (
        <Loading />
      ) : claims.isError ? (
        <Failed error={claims.error} retry={() => void claims.refetch()} />
      ) : sides.length === 0 ? (
        <Empty title={t('claims.none')} remedy={t('claims.none.remedy')} />
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways */}
          <section className="sides" aria-label={t('claims.sides')} tabIndex={0}>
            {sides.map((side) => (
              <SideColumn key={side.key} side={side} sides={sides} />
            ))}
          </section>
          <CasualtyTable entries={entries.data ?? []} />
        </>
      )}
    </div>
  );
}

function SubjectField(props: {
  subjects: readonly Subject[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const { subjects, value, onChange } = props;
  return (
    <Field label={t('claims.subject')}>
      {(id) => (
        <select id={id} value={value ?? ''} onChange={({ target }) => onChange(target.value || undefined)}>
          <option value="">{t('claims.everything')}</option>
          {(['conditions', 'events'] as const).map((group) => (
            <optgroup key={group} label={t(`reader.${group}`)}>
              {subjects
                .filter((subject) => subject.group === group)
                .slice(0, 60)
                .map(({ key, name, claims }) => (
                  <option key={key} value={key}>{`${name} (${number(claims.length)})`}</option>
                ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}
