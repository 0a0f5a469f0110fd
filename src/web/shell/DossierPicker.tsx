import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { dossiersQuery } from '../api/dossiers.ts';
import { useRights } from '../api/session.ts';
import { t } from '../messages/index.ts';
import { useDossier } from '../shared/dossier.ts';
import { present } from '../shared/search-params.ts';

/** Which dossier the desk shows; it is kept in the address and goes along from view to view. */
export function DossierPicker() {
  const { id } = useDossier();
  const { name } = useRights();
  const navigate = useNavigate();
  const list = useQuery({ ...dossiersQuery, enabled: name !== null });
  if (!list.data || (list.data.length === 0 && id === undefined)) return null;
  const isKnown = id === undefined || list.data.some((one) => one.id === id);
  return (
    <div className="dossier-pick">
      <select
        aria-label={t('dossier.pick')}
        value={id ?? ''}
        onChange={(change) => {
          const dossier = change.target.value;
          void navigate({
            to: '.',
            search: (before: Record<string, unknown>) => present({ ...before, dossier, show: undefined }),
          });
        }}
      >
        <option value="">{t('dossier.all')}</option>
        {!isKnown && <option value={id}>{id}</option>}
        {list.data.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  );
}
