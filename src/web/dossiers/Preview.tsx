import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DossierDefinition } from '../api/client.ts';
import { previewQuery } from '../api/dossiers.ts';
import { number, t } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { Failed } from '../shared/states.tsx';
import { isEmpty } from './draft.ts';

/** What of the store falls in. */
export function Preview({ definition }: { definition: DossierDefinition }) {
  const preview = useQuery({ ...previewQuery(definition), enabled: !isEmpty(definition) });
  if (isEmpty(definition)) return <p className="quiet">{t('dossier.preview.empty')}</p>;
  if (preview.isError) return <Failed error={preview.error} retry={() => void preview.refetch()} />;
  if (!preview.data) return <p className="quiet">{t('state.loading')}</p>;
  const { articles, events, claims, conditions, newestArticles } = preview.data;
  return (
    <div className="preview" role="status" aria-busy={preview.isFetching}>
      <h3>{t('dossier.preview')}</h3>
      <p className="facts">
        <span>
          <b>{number(articles)}</b> {t('nav.articles')}
        </span>
        <span>
          <b>{number(events)}</b> {t('reader.events')}
        </span>
        <span>
          <b>{number(claims)}</b> {t('reader.claims')}
        </span>
        <span>
          <b>{number(conditions)}</b> {t('reader.conditions')}
        </span>
      </p>
      <ul>
        {newestArticles.map(({ id, title, published }) => (
          <li key={id}>
            <Link to="/articles/$id" params={{ id }}>
              <bdi>{title}</bdi>
            </Link>{' '}
            {published && <span className="quiet small">{dateInWords(published, 'short')}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
