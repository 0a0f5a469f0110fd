import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { QueueItem } from '../api/client.ts';
import { linesQuery } from '../api/queries.ts';
import { LineHead } from '../evidence/LineHead.tsx';
import { evidenceOf, idOf } from '../evidence/line.ts';
import { SentenceSource } from '../evidence/Sentence.tsx';
import { t } from '../messages/index.ts';
import { Loading } from '../shared/states.tsx';
import { DAY, intervalOf, isoDay } from '../time/interval.ts';
import type { Act } from './acts.ts';

/** How far apart two tellings of one event may be dated. */
const NEAR_DAYS = 5;

/** Lines that may tell of the same; Enter on one merges this line into it. */
export function MergeList({ item, onAct }: { item: QueueItem; onAct: Act }) {
  const lines = useInfiniteQuery(linesQuery(item.table, likeOf(item)));
  const list = useRef<HTMLUListElement>(null);
  const isHere = lines.isSuccess;
  useEffect(() => {
    if (isHere) list.current?.querySelector('button')?.focus();
  }, [isHere]);
  if (lines.isPending) return <Loading rows={2} />;
  const others = (lines.data?.pages.flatMap(({ items }) => items) ?? []).filter(
    (line) => idOf(line) !== idOf(item) || line.article.id !== item.article.id,
  );
  if (others.length === 0) return <p className="quiet">{t('review.merge.none')}</p>;
  return (
    <section aria-label={t('review.merge')}>
      <p className="quiet small">{t('review.merge.about')}</p>
      <ul className="plain-list" ref={list}>
        {others.slice(0, 20).map((line) => (
          <li key={`${line.article.id} ${idOf(line)}`}>
            <button
              type="button"
              className="row merge-choice"
              onClick={() =>
                onAct({ action: 'merge', into: { articleId: line.article.id, lineId: idOf(line) } })
              }
            >
              <LineHead line={line} />
              <span className="sentence-text" lang={line.article.language} dir="auto">
                {evidenceOf(line)[0]?.text}
              </span>
            </button>
            <SentenceSource article={line.article} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function likeOf(item: QueueItem): string {
  const filter = new URLSearchParams();
  if (item.table === 'events') {
    const when = intervalOf(item.event.date.edtf);
    filter.set('type', item.event.type);
    if (when) {
      filter.set('since', isoDay(when.start - NEAR_DAYS * DAY));
      filter.set('until', isoDay(when.end + NEAR_DAYS * DAY));
    }
  } else if (item.table === 'claims') {
    filter.set('stance', item.claim.stance);
    const speaker = item.actors.find(({ id }) => id === item.claim.speaker);
    if (speaker) filter.set('speaker', speaker.name);
  } else filter.set('kind', item.condition.kind);
  return filter.toString();
}
