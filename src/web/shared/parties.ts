import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { facetsQuery } from '../api/views.ts';

/** Countries of the sides, the two that most lines are about; undefined until they are known. */
export function useSides(dossier: string | undefined): readonly string[] | undefined {
  const facets = useQuery(facetsQuery(dossier));
  return useMemo(
    // Without them the views say what went wrong, by their own questions.
    () => (facets.isError ? [] : facets.data?.countries.slice(0, 2).map(({ value }) => value)),
    [facets.data, facets.isError],
  );
}
