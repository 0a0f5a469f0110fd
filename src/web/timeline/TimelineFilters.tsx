import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { EventStatus, Facets, PloverType } from '../api/client.ts';
import { actorNamesQuery } from '../api/queries.ts';
import { number, t, term, tn } from '../messages/index.ts';
import { ClearButton, DayField, SelectField, TextField } from '../shared/fields.tsx';
import { countryName } from '../shared/names.ts';
import { QUADS, STATUSES, TYPES_OF_QUAD } from '../shared/terms.ts';
import type { TimelineSearch } from './search.ts';

type Patch = { [Key in keyof TimelineSearch]: TimelineSearch[Key] | undefined };

export function TimelineFilters(props: {
  search: TimelineSearch;
  facets: Facets | undefined;
  change: (patch: Patch) => void;
}) {
  const { search, facets, change } = props;
  const [typed, setTyped] = useState('');
  const names = useQuery(actorNamesQuery(typed.trim()));
  const setText = useCallback((text: string | undefined) => change({ text }), [change]);
  const setActor = useCallback((actor: string | undefined) => change({ actor }), [change]);
  const count = Object.keys(search).filter((name) => name !== 'order').length;
  const countOf = (counts: Facets['eventTypes'] | undefined, value: string) =>
    counts?.find((one) => one.value === value)?.count ?? 0;
  return (
    <search>
      <details className="filter-box" open={matchMedia('(min-width: 60rem)').matches}>
        <summary>
          {t('filter.title')}
          {count > 0 && <span className="count">{tn('filter.active', count)}</span>}
        </summary>
        <div className="filter-stack">
          <TextField label={t('filter.words.label')} value={search.text} isSearch onChange={setText} />
          <fieldset>
            <legend>{t('filter.side')}</legend>
            <SelectField
              label={t('filter.country')}
              any={t('filter.any')}
              value={search.country}
              choices={(facets?.countries ?? []).map(({ value, count: lines }) => ({
                value,
                label: `${countryName(value)} (${number(lines)})`,
              }))}
              onChange={(country) => change({ country })}
            />
            <TextField
              label={t('filter.actor')}
              placeholder={t('filter.actor.placeholder')}
              value={search.actor}
              suggestions={(names.data?.items ?? []).map(({ name }) => name)}
              onType={setTyped}
              onChange={setActor}
            />
          </fieldset>
          <fieldset>
            <legend>{t('filter.type')}</legend>
            {QUADS.map((quad) => (
              <div key={quad} className="toggles">
                <p className={`quad-name quad ${quad}`}>{term('quad', quad)}</p>
                {TYPES_OF_QUAD[quad].map((type: PloverType) => (
                  <Toggle
                    key={type}
                    label={term('type', type)}
                    count={countOf(facets?.eventTypes, type)}
                    isOn={search.type?.includes(type) ?? false}
                    onToggle={() => change({ type: toggled(search.type, type) })}
                  />
                ))}
              </div>
            ))}
          </fieldset>
          <fieldset>
            <legend>{t('filter.status')}</legend>
            <div className="toggles">
              {STATUSES.map((status: EventStatus) => (
                <Toggle
                  key={status}
                  label={term('status', status)}
                  count={countOf(facets?.eventStatuses, status)}
                  isOn={search.status?.includes(status) ?? false}
                  onToggle={() => change({ status: toggled(search.status, status) })}
                />
              ))}
            </div>
          </fieldset>
          <div className="pair">
            <DayField
              label={t('filter.since')}
              value={search.since}
              onChange={(since) => change({ since })}
            />
            <DayField
              label={t('filter.until')}
              value={search.until}
              onChange={(until) => change({ until })}
            />
          </div>
          <SelectField
            label={t('filter.order')}
            value={search.order ?? 'newest'}
            choices={[
              { value: 'newest', label: t('order.newest') },
              { value: 'oldest', label: t('order.oldest') },
            ]}
            onChange={(order) => change({ order: order === 'oldest' ? 'oldest' : undefined })}
          />
          <ClearButton count={count} onClear={() => change(NOTHING)} />
        </div>
      </details>
    </search>
  );
}

const NOTHING: Patch = {
  type: undefined,
  status: undefined,
  country: undefined,
  actor: undefined,
  since: undefined,
  until: undefined,
  text: undefined,
};

function toggled<Word>(words: readonly Word[] | undefined, word: Word): Word[] | undefined {
  const others = (words ?? []).filter((one) => one !== word);
  const next = words?.includes(word) ? others : [...others, word];
  return next.length > 0 ? next : undefined;
}

function Toggle(props: { label: string; count: number; isOn: boolean; onToggle: () => void }) {
  return (
    <label className={`toggle${props.count === 0 && !props.isOn ? ' none' : ''}`}>
      <input type="checkbox" checked={props.isOn} onChange={props.onToggle} />
      <span>{props.label}</span>
      <span className="count">{number(props.count)}</span>
    </label>
  );
}
