import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Dossier } from '../api/client.ts';
import { dossiersQuery, useDossierRemoval } from '../api/dossiers.ts';
import { useRights } from '../api/session.ts';
import { t, tn } from '../messages/index.ts';
import { Refusal } from '../shared/Refusal.tsx';
import { Empty, Failed, Loading } from '../shared/states.tsx';
import { useTitle } from '../shell/title.ts';
import { DossierForm } from './DossierForm.tsx';

export function DossiersView() {
  useTitle(t('nav.dossiers'));
  const list = useQuery(dossiersQuery);
  const { mayWrite } = useRights();
  const [edited, setEdited] = useState<Dossier | null>(null);
  const remove = useDossierRemoval();
  if (list.isPending) return <Loading rows={4} />;
  if (list.isError) return <Failed error={list.error} retry={() => void list.refetch()} />;
  return (
    <div className="view dossiers">
      <header className="view-head">
        <h1>{t('nav.dossiers')}</h1>
        <p className="quiet">{t('dossier.about')}</p>
      </header>
      {list.data.length === 0 && <Empty title={t('dossier.none')} remedy={t('dossier.none.remedy')} />}
      <ul className="dossier-list">
        {list.data.map((dossier) => (
          <li key={dossier.id} className="panel">
            <h2>
              <Link to="/" search={{ dossier: dossier.id }} data-line>
                <bdi>{dossier.name}</bdi>
              </Link>
            </h2>
            <p className="quiet small">
              {tn('dossier.articles', dossier.articles)} ·{' '}
              <bdi>
                {[
                  ...dossier.definition.parties,
                  ...dossier.definition.places,
                  ...dossier.definition.words,
                  ...dossier.definition.sources,
                ].join(', ')}
              </bdi>
            </p>
            {mayWrite && (
              <p className="row-tools">
                <button type="button" className="button small" onClick={() => setEdited(dossier)}>
                  {t('dossier.change')}
                </button>
                <button
                  type="button"
                  className="button small"
                  onClick={() => {
                    if (confirm(t('dossier.removeSure', { name: dossier.name }))) remove.mutate(dossier.id);
                  }}
                >
                  {t('dossier.remove')}
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      <Refusal of={remove} />
      {mayWrite && <DossierForm key={edited?.id ?? 'new'} edited={edited} onDone={() => setEdited(null)} />}
    </div>
  );
}
