import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { dossiersQuery } from '../api/dossiers.ts';
import { t } from '../messages/index.ts';
import { textOf } from './search-params.ts';

export interface ChosenDossier {
  readonly id: string | undefined;
  readonly name: string;
}

/** The dossier that the address names; without one it is the whole store. */
export function useDossier(): ChosenDossier {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const id = textOf(search.dossier);
  const { data } = useQuery({ ...dossiersQuery, enabled: id !== undefined });
  return { id, name: id === undefined ? t('dossier.all') : (data?.find((one) => one.id === id)?.name ?? id) };
}
