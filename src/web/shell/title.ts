import { useEffect } from 'react';
import { t } from '../messages/index.ts';

/** Names the tab after the view. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title]);
}
