import { useInfiniteQuery } from '@tanstack/react-query';
import type { QueueItem } from '../api/client.ts';
import { changesQuery } from '../api/reviews.ts';
import { idOf } from '../evidence/line.ts';
import { t } from '../messages/index.ts';
import { Loading } from '../shared/states.tsx';
import { ChangeRow } from './ChangeRow.tsx';

/** What people decided about one line, latest first. */
export function History({ item }: { item: QueueItem }) {
  const changes = useInfiniteQuery(changesQuery({ articleId: item.article.id, lineId: idOf(item) }));
  const rows = changes.data?.pages.flatMap(({ items }) => items) ?? [];
  if (changes.isPending) return <Loading rows={1} />;
  if (rows.length === 0) return <p className="quiet">{t('review.history.none')}</p>;
  return (
    <ol className="plain-list">
      {rows.map((change) => (
        <ChangeRow key={change.id} change={change} />
      ))}
    </ol>
  );
}
