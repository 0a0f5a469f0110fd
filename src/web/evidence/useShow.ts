import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { present, textOf } from '../shared/search-params.ts';

/** Opens the evidence drawer on something (see show.ts), or closes it. The view and its filters stay. */
export function useShow(): (show: string | undefined) => void {
  const navigate = useNavigate();
  return useCallback(
    (show) =>
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => present({ ...before, show }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
}

export function useShown(): string | undefined {
  const search: Record<string, unknown> = useSearch({ strict: false });
  return textOf(search.show);
}
