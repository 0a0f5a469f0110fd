import { t } from '../messages/index.ts';

/** The tables that can be taken along. */
type Table = 'articles' | 'events' | 'claims' | 'conditions' | 'actors' | 'changes';

/** Links that give what a table shows as a file: the same list under the same filter, whole. */
export function Take({ table, filter }: { table: Table; filter: Readonly<Record<string, unknown>> }) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && name !== 'show') params.append(name, String(one));
    }
  }
  const address = (format: string) => `/api/export/${table}.${format}?${params}`;
  return (
    <p className="take">
      <span className="quiet">{t('take.as')}</span>
      <a href={address('csv')} download>
        CSV
      </a>
      <a href={address('json')} download>
        JSON
      </a>
    </p>
  );
}
