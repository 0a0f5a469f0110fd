import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { linesQuery, recordQuery } from '../api/queries.ts';
import { t, tn } from '../messages/index.ts';
import { Empty, Failed, Loading, MoreToCome } from '../shared/states.tsx';
import { isTyping } from '../shell/keys.ts';
import { LineHead } from './LineHead.tsx';
import { idOf, lineIn, type RecordLine } from './line.ts';
import { Passage, Sentence, SentenceSource } from './Sentence.tsx';
import { type Kind, type LineAt, shownOf } from './show.ts';
import { useShow, useShown } from './useShow.ts';

/** Stands beside every view and shows the lines behind what was clicked, each with its sentence. */
export function EvidenceDrawer() {
  const text = useShown();
  const shown = useMemo(() => shownOf(text), [text]);
  const show = useShow();
  const drawer = useRef<HTMLElement>(null);
  const from = useRef<Element | null>(null);
  useEffect(() => {
    if (text === undefined) {
      if (from.current instanceof HTMLElement) from.current.focus({ preventScroll: true });
      from.current = null;
      return;
    }
    from.current ??= document.activeElement;
    drawer.current?.focus({ preventScroll: true });
    const onKey = (press: KeyboardEvent) => {
      if (press.key !== 'Escape' || isTyping(press.target) || document.querySelector('dialog[open]')) return;
      press.preventDefault();
      show(undefined);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [text, show]);
  if (!shown) return null;
  return (
    <aside className="drawer" ref={drawer} tabIndex={-1} aria-label={t('evidence.title')}>
      <header className="drawer-head">
        <h2>{t('evidence.title')}</h2>
        <button
          type="button"
          className="icon"
          aria-label={t('evidence.close')}
          onClick={() => show(undefined)}
        >
          <span aria-hidden="true">×</span>
        </button>
      </header>
      {shown.kind === 'lines' ? (
        <SingleLines lines={shown.lines} />
      ) : (
        <LineList kind={shown.kind} filter={shown.filter.toString()} />
      )}
    </aside>
  );
}

/** Lines one by one: the record of each article gives what stands around the sentence. */
function SingleLines({ lines }: { lines: readonly LineAt[] }) {
  const records = useQueries({ queries: lines.map(({ article }) => recordQuery(article)) });
  const failed = records.find(({ isError }) => isError);
  if (failed) return <Failed error={failed.error} retry={() => void failed.refetch()} />;
  return (
    <>
      {lines.length > 1 && <p className="quiet small">{tn('evidence.lines', lines.length)}</p>}
      <ol className="drawer-list">
        {lines.map(({ article, line }, index) => {
          const record = records[index]?.data;
          const found = record && lineIn(record, line);
          return (
            <li key={`${article}~${line}`}>
              {!record ? (
                <Loading rows={1} />
              ) : found ? (
                <div className="drawer-line">
                  <LineHead line={found} />
                  <Passage record={record} line={found} />
                  <SentenceSource article={found.article} />
                  <Link
                    to="/articles/$id"
                    params={{ id: article }}
                    search={{ line }}
                    data-line
                    className="button small"
                  >
                    {t('evidence.read')}
                  </Link>
                </div>
              ) : (
                <p className="quiet">{t('evidence.gone')}</p>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** The lines of a list of the API. */
function LineList({ kind, filter }: { kind: Kind; filter: string }) {
  const pages = useInfiniteQuery(linesQuery(kind, filter));
  const lines: RecordLine[] = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  if (pages.isPending) return <Loading rows={4} />;
  if (pages.isError) return <Failed error={pages.error} retry={() => void pages.refetch()} />;
  if (lines.length === 0) return <Empty title={t('evidence.none')} remedy={t('evidence.none.remedy')} />;
  return (
    <>
      <ol className="drawer-list">
        {lines.map((line) => (
          <li key={`${line.article.id} ${idOf(line)}`} className="drawer-line">
            <LineHead line={line} />
            <Sentence line={line} />
          </li>
        ))}
      </ol>
      <MoreToCome pages={pages} />
    </>
  );
}
