import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem, type Decision, type QueueItem } from '../api/client.ts';
import { changesQuery, queueQuery, useDecision, useUndo } from '../api/reviews.ts';
import { useRights } from '../api/session.ts';
import { idOf } from '../evidence/line.ts';
import { number, t, term } from '../messages/index.ts';
import { SelectField } from '../shared/fields.tsx';
import { Refusal } from '../shared/Refusal.tsx';
import { present } from '../shared/search-params.ts';
import { Empty, Failed, Loading, MoreToCome } from '../shared/states.tsx';
import { useTitle } from '../shell/title.ts';
import type { Mode } from './acts.ts';
import { QueueLine } from './QueueLine.tsx';
import { TABLES } from './search.ts';
import { useReviewKeys } from './useReviewKeys.ts';

const route = getRouteApi('/review');

/** The lines that wait for a person, one under the other; everything goes by keys as well. */
export function ReviewView() {
  useTitle(t('nav.review'));
  const { dossier, table } = route.useSearch();
  const navigate = route.useNavigate();
  const { mayWrite } = useRights();
  const queue = useInfiniteQuery(queueQuery(present({ dossier, table })));
  const decide = useDecision();
  const undo = useUndo();
  /** Decisions of this visit, latest last: what `u` takes back. */
  const [decided, setDecided] = useState<readonly { readonly change: number; readonly key: string }[]>([]);
  const [current, setCurrent] = useState<string | null>(null);
  const [mode, setMode] = useState<Mode>(null);
  const [said, setSaid] = useState('');
  /** Of lines that changed since the queue came: the latest change that this person has seen. */
  const [seen, setSeen] = useState<ReadonlyMap<string, number>>(new Map());
  const [conflict, setConflict] = useState<string | null>(null);
  const queries = useQueryClient();
  const see = (key: string, change: number) => setSeen((before) => new Map(before).set(key, change));
  const gone = new Set(decided.map(({ key }) => key));
  const all = queue.data?.pages.flatMap(({ items }) => items) ?? [];
  const items = all.filter((item) => !gone.has(keyOf(item)));
  const at = Math.max(
    items.findIndex((item) => keyOf(item) === current),
    0,
  );
  const item = items[at];

  const focus = (key: string | undefined) => {
    setCurrent(key ?? null);
    setMode(null);
    requestAnimationFrame(() => document.getElementById(`queue-${key}`)?.focus());
  };
  const act = (done: QueueItem, decision: Pick<Decision, 'action' | 'changes' | 'into' | 'note'>) => {
    const key = keyOf(done);
    const place = items.findIndex((one) => keyOf(one) === key);
    const next = items[place + 1] ?? items[place - 1];
    setConflict(null);
    const line = { articleId: done.article.id, lineId: idOf(done) };
    decide.mutate(
      { table: done.table, ...line, ...decision, seen: seen.get(key) ?? done.seen },
      {
        onError: async (error) => {
          if (!(error instanceof ApiProblem) || error.status !== 409) return;
          // What the other person did is shown; a decision after that is one that knows of it.
          const { pages } = await queries.fetchInfiniteQuery(changesQuery(line));
          const latest = pages[0]?.items[0];
          if (!latest) return;
          see(key, latest.id);
          setConflict(key);
          setCurrent(key);
          setMode('history');
        },
        onSuccess: ({ id }) => {
          see(key, id);
          setSaid(term('reviewed', decision.action));
          if (decision.action === 'note') {
            focus(key);
            return;
          }
          setDecided((before) => [...before, { change: id, key }]);
          focus(next && keyOf(next));
        },
      },
    );
  };
  const takeBack = () => {
    const last = decided.at(-1);
    if (!last || undo.isPending) return;
    undo.mutate(last.change, {
      onSuccess: ({ id }) => {
        see(last.key, id);
        setDecided((before) => before.slice(0, -1));
        setSaid(t('review.undone'));
        focus(last.key);
      },
    });
  };
  useReviewKeys(mayWrite, {
    c: () => item && act(item, { action: 'confirm' }),
    x: () => item && act(item, { action: 'reject' }),
    e: () => item && setMode('correct'),
    m: () => item && setMode('merge'),
    n: () => item && setMode('note'),
    h: () => item && setMode((before) => (before === 'history' ? null : 'history')),
    u: takeBack,
    Escape: () => item && focus(keyOf(item)),
  });

  const refused =
    conflict ?? (decide.variables && `${decide.variables.articleId}~${decide.variables.lineId}`);
  const refusal =
    conflict === null ? (
      <Refusal of={decide} />
    ) : (
      <p role="alert" className="refusal">
        {t('review.conflict')}
      </p>
    );

  return (
    <div className="view review">
      <header className="view-head">
        <h1>{t('nav.review')}</h1>
        <p className="quiet">{t('review.about')}</p>
        <Link to="/changes" className="end">
          {t('review.changes')}
        </Link>
      </header>
      <div className="review-tools">
        <SelectField
          label={t('review.table')}
          any={t('filter.any')}
          value={table}
          choices={TABLES.map((value) => ({ value, label: t(`reader.${value}`) }))}
          onChange={(next) =>
            void navigate({
              search: (before) => present({ ...before, table: TABLES.find((one) => one === next) }),
              replace: true,
            })
          }
        />
        <p role="status" className="quiet">
          {[said, decided.length > 0 && t('review.count', { count: number(decided.length) })]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <button type="button" className="button" disabled={decided.length === 0} onClick={takeBack}>
          {t('review.undo')} <kbd>u</kbd>
        </button>
      </div>
      <Refusal of={undo} />
      {queue.isPending ? (
        <Loading rows={6} />
      ) : queue.isError ? (
        <Failed error={queue.error} retry={() => void queue.refetch()} />
      ) : items.length === 0 && !queue.hasNextPage ? (
        <Empty title={t('review.empty')} remedy={t('review.empty.remedy')} />
      ) : (
        <>
          <ol className="queue">
            {items.map((one) => (
              <QueueLine
                key={keyOf(one)}
                id={`queue-${keyOf(one)}`}
                item={one}
                isCurrent={one === item}
                mode={one === item ? mode : null}
                mayWrite={mayWrite}
                onFocus={() => {
                  if (one !== item) setMode(null);
                  setCurrent(keyOf(one));
                }}
                onMode={(next) => {
                  setCurrent(keyOf(one));
                  setMode(next);
                }}
                onAct={(decision) => act(one, decision)}
                onLeave={() => focus(keyOf(one))}
                refusal={keyOf(one) === refused && refusal}
              />
            ))}
          </ol>
          <MoreToCome pages={queue} />
        </>
      )}
    </div>
  );
}

function keyOf(item: QueueItem): string {
  return `${item.article.id}~${idOf(item)}`;
}
