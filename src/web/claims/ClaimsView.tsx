import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { sidesQuery, subjectsQuery } from '../api/views.ts';
import { number, t, term, tn } from '../messages/index.ts';
import { ClearButton, Field, TextField } from '../shared/fields.tsx';
import { present } from '../shared/search-params.ts';
import { Empty, Failed, Loading } from '../shared/states.tsx';
import { Take } from '../shared/Take.tsx';
import { useTitle } from '../shell/title.ts';
import { CasualtiesOf, NewestCasualties } from './CasualtyTable.tsx';
import { SideColumn } from './SideColumn.tsx';
import { type ClaimsSearch, STANCES } from './search.ts';
import { filterOf } from './subject-filter.ts';
import { type Subject, subjectsOf } from './subjects.ts';

const route = getRouteApi('/claims');
type Patch = { [Key in keyof ClaimsSearch]: ClaimsSearch[Key] | undefined };

/** Who says what, side by side. Nothing here decides between them. */
export function ClaimsView() {
  useTitle(t('claims.title'));
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { about, show: _show, ...rest } = search;
  const filter = { ...rest, ...filterOf(about) };
  const sides = useQuery(sidesQuery(filter));
  const known = useQuery(subjectsQuery(search.dossier));
  const subjects = useMemo(() => (known.data ? subjectsOf(known.data) : []), [known.data]);
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
  const count = Object.keys(search).filter((name) => !['dossier', 'show'].includes(name)).length;
  return (
    <div className="view claims-view">
      <header className="view-head">
        <h1>{t('claims.title')}</h1>
        <p className="quiet">
          {t('claims.about')} {sides.data && tn('claims.total', sides.data.total)}
        </p>
      </header>
      <search className="filters">
        <SubjectField subjects={subjects} value={about} onChange={(next) => change({ about: next })} />
        <TextField label={t('filter.words.label')} value={search.text} isSearch onChange={setText} />
        <Field label={t('claims.stance')}>
          {(id) => (
            <select
              id={id}
              value={search.stance?.join(' ') ?? ''}
              onChange={({ target }) =>
                change({ stance: target.value ? STANCES.filter((one) => one === target.value) : undefined })
              }
            >
              <option value="">{t('filter.any')}</option>
              {search.stance && search.stance.length > 1 && (
                <option value={search.stance.join(' ')}>
                  {search.stance.map((stance) => term('stance', stance)).join(', ')}
                </option>
              )}
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
      {sides.isPending ? (
        <Loading />
      ) : sides.isError ? (
        <Failed error={sides.error} retry={() => void sides.refetch()} />
      ) : sides.data.columns.length === 0 ? (
        count === 0 ? (
          <Empty title={t('claims.empty')} remedy={t('overview.empty.remedy')} />
        ) : (
          <Empty title={t('claims.none')} remedy={t('claims.none.remedy')} />
        )
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways */}
          <section className="sides" aria-label={t('claims.sides')} tabIndex={0}>
            {sides.data.columns.map((side) => (
              <SideColumn key={side.key} side={side} sides={sides.data.columns} filter={filter} />
            ))}
          </section>
          {'about' in filter ? (
            <CasualtiesOf lines={sides.data.casualties.map(({ line }) => line)} />
          ) : (
            <NewestCasualties
              filter={present({
                dossier: rest.dossier,
                since: rest.since,
                until: rest.until,
                text: rest.text,
              })}
            />
          )}
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
          {value !== undefined && !subjects.some(({ key }) => key === value) && (
            <option value={value}>{value.slice(value.indexOf(':') + 1)}</option>
          )}
          {(['conditions', 'topics', 'events'] as const).map((group) => {
            const own = subjects.filter((subject) => subject.group === group);
            if (own.length === 0) return null;
            return (
              <optgroup key={group} label={t(`claims.group.${group}`)}>
                {own.map(({ key, name, count }) => (
                  <option key={key} value={key}>{`${name} (${number(count)})`}</option>
                ))}
              </optgroup>
            );
          })}
        </select>
      )}
    </Field>
  );
}
