import { useLive } from '../api/live.ts';
import { useRights } from '../api/session.ts';
import { t } from '../messages/index.ts';

/** Whether news of the server come in by themselves, or the server is out of reach. */
export function LiveMark() {
  const { name } = useRights();
  const live = useLive(name !== null);
  return (
    <span role="status" className={live === 'off' ? 'hidden' : `live ${live}`}>
      {live === 'on' ? t('live.on') : live === 'away' ? t('live.away') : ''}
    </span>
  );
}
