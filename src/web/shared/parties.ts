import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { facetsQuery } from '../api/views.ts';

/** Countries of the sides, the two that most lines are about; undefined until they are known. */
export function useSides(dossier: string | undefined): readonly string[] | undefined {
  const facets = useQuery(facetsQuery(dossier));
  return useMemo(() => facets.data?.countries.slice(0, 2).map(({ value }) => value), [facets.data]);
}
