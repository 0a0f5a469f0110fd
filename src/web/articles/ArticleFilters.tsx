import { useCallback } from 'react';
import type { Facets } from '../api/client.ts';
import { t, term } from '../messages/index.ts';
import { ClearButton, DayField, SelectField, TextField } from '../shared/fields.tsx';
import { languageName } from '../shared/names.ts';
import { oneOf } from '../shared/search-params.ts';
import { type ArticlesSearch, ORDERS } from './search.ts';

type Patch = { [Key in keyof ArticlesSearch]: ArticlesSearch[Key] | undefined };

export function ArticleFilters(props: {
  search: ArticlesSearch;
  facets: Facets | undefined;
  change: (patch: Patch) => void;
}) {
  const { search, facets, change } = props;
  const count = Object.keys(search).filter((name) => name !== 'order').length;
  const setWords = useCallback((q: string | undefined) => change({ q }), [change]);
  return (
    <search className="filters">
      <TextField
        label={t('articles.search')}
        placeholder={t('articles.search.placeholder')}
        value={search.q}
        isSearch
        onChange={setWords}
      />
      <SelectField
        label={t('filter.language')}
        any={t('filter.any')}
        value={search.language}
        choices={(facets?.languages ?? []).map(({ value }) => ({ value, label: languageName(value) }))}
        onChange={(language) => change({ language })}
      />
      <SelectField
        label={t('filter.outlet')}
        any={t('filter.any')}
        value={search.outlet}
        choices={(facets?.outlets ?? []).map(({ value }) => ({ value, label: value }))}
        onChange={(outlet) => change({ outlet })}
      />
      <DayField label={t('filter.since')} value={search.since} onChange={(since) => change({ since })} />
      <DayField label={t('filter.until')} value={search.until} onChange={(until) => change({ until })} />
      {!search.q && (
        <SelectField
          label={t('filter.order')}
          value={search.order ?? 'newest'}
          choices={ORDERS.map((value) => ({ value, label: term('order', value) }))}
          onChange={(order) => change({ order: order === 'newest' ? undefined : oneOf(order, ORDERS) })}
        />
      )}
      <ClearButton
        count={count}
        onClear={() =>
          change({ q: undefined, language: undefined, outlet: undefined, since: undefined, until: undefined })
        }
      />
    </search>
  );
}
