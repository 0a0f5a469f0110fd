import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { facetsQuery } from '../api/queries.ts';

/** Countries of the parties: those of the dossier where it names some, else the two that most lines are about. */
export function usePartyCountries(): ReadonlySet<string> {
  const facets = useQuery(facetsQuery);
  return useMemo(
    () => new Set((facets.data?.countries ?? []).slice(0, 2).map(({ value }) => value)),
    [facets.data],
  );
}
