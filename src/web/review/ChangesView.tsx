import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { changesQuery, useUndo } from '../api/reviews.ts';
import { useRights } from '../api/session.ts';
import { t } from '../messages/index.ts';
import { Refusal } from '../shared/Refusal.tsx';
import { Empty, Failed, Loading, MoreToCome } from '../shared/states.tsx';
import { Take } from '../shared/Take.tsx';
import { useTitle } from '../shell/title.ts';
import { ChangeRow } from './ChangeRow.tsx';

/** All decisions, latest first; each can be taken back. */
export function ChangesView() {
  useTitle(t('review.changes'));
  const changes = useInfiniteQuery(changesQuery({}));
  const undo = useUndo();
  const { mayWrite } = useRights();
  const rows = changes.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="view review">
      <header className="view-head">
        <h1>{t('review.changes')}</h1>
        <p className="quiet">{t('review.changes.about')}</p>
        <Take table="changes" filter={{}} />
      </header>
      <Refusal of={undo} />
      {changes.isPending ? (
        <Loading rows={6} />
      ) : changes.isError ? (
        <Failed error={changes.error} retry={() => void changes.refetch()} />
      ) : rows.length === 0 ? (
        <Empty title={t('review.changes.none')} remedy={t('review.changes.none.remedy')} />
      ) : (
        <>
          <ol className="plain-list">
            {rows.map((change) => (
              <ChangeRow key={change.id} change={change} withLine>
                <p className="row-tools">
                  <Link
                    to="/articles/$id"
                    params={{ id: change.articleId }}
                    search={{ line: change.lineId }}
                    className="button small"
                    data-line
                  >
                    {t('evidence.read')}
                  </Link>
                  {mayWrite && change.undoneBy === undefined && (
                    <button type="button" className="button small" onClick={() => undo.mutate(change.id)}>
                      {t('review.undo')}
                    </button>
                  )}
                </p>
              </ChangeRow>
            ))}
          </ol>
          <MoreToCome pages={changes} />
        </>
      )}
    </div>
  );
}
