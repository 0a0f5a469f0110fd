import { t } from '../messages/index.ts';

/** Links that give what a table shows as a file: the same list of the API under the same filter, whole. */
export function Take({ path, filter }: { path: string; filter: Readonly<Record<string, unknown>> }) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && name !== 'show') params.append(name, String(one));
    }
  }
  const address = (format: string) => {
    const query = new URLSearchParams(params);
    query.set('format', format);
    return `${path}?${query}`;
  };
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
