import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ArticleRecord } from '../api/client.ts';
import { recordQuery } from '../api/queries.ts';
import { t } from '../messages/index.ts';
import { present } from '../shared/search-params.ts';
import { Failed, Loading } from '../shared/states.tsx';
import { useTitle } from '../shell/title.ts';
import { ArticleHead } from './ArticleHead.tsx';
import { ArticleText } from './ArticleText.tsx';
import { Layers } from './Layers.tsx';
import { LAYERS } from './layers.ts';
import { linesOf, standingMarks } from './line-index.ts';
import { PageSide } from './PageSide.tsx';
import { RecordPanel } from './RecordPanel.tsx';
import { Removed } from './Removed.tsx';
import { scrollToCard, scrollToSentence } from './scrolling.ts';

const route = getRouteApi('/articles/$id');

export function ReaderView() {
  const { id } = route.useParams();
  const record = useQuery(recordQuery(id));
  useTitle(record.data?.article.title ?? t('reader.title'));
  if (record.isPending) return <Loading rows={10} />;
  if (record.isError) return <Failed error={record.error} retry={() => void record.refetch()} />;
  return <Reader key={id} record={record.data} />;
}

/** The article and its record, linked both ways: what is pointed at on one side stands out on the other. */
function Reader({ record }: { record: ArticleRecord }) {
  const { line: chosen, beside, hide } = route.useSearch();
  const navigate = route.useNavigate();
  const [pointed, setPointed] = useState<readonly string[] | null>(null);
  const lines = useMemo(() => linesOf(record), [record]);
  const all = useMemo(() => standingMarks(record.article, lines), [record, lines]);
  const there = useMemo(() => LAYERS.filter((layer) => all.some(({ kind }) => kind === layer)), [all]);
  const first = pointed?.[0];
  // A sentence of the chosen line shows that line, even where it is not the sentence's first.
  const looked = pointed && chosen && pointed.includes(chosen) ? chosen : (first ?? chosen);
  const line = looked === undefined ? undefined : lines.get(looked);

  // The sentence of a line that is looked at is marked whatever is left out.
  const marks = useMemo(() => {
    if (hide === undefined) return all;
    const hidden = new Set<string>(hide);
    return all.filter(({ kind, of }) => !hidden.has(kind) || of === looked);
  }, [all, hide, looked]);

  const choose = useCallback(
    (id: string | undefined) =>
      void navigate({
        search: (before) => present({ ...before, line: id }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  // Choosing a line again leads to its next place: an actor is named in many.
  const turn = useRef({ id: '', count: 0 });
  const chooseLine = useCallback(
    (id: string) => {
      choose(id);
      turn.current = { id, count: turn.current.id === id ? turn.current.count + 1 : 0 };
      const target = lines.get(id);
      if (target) scrollToSentence(target, turn.current.count);
    },
    [choose, lines],
  );
  const chooseSentence = useCallback(
    (id: string) => {
      choose(id);
      scrollToCard(id);
    },
    [choose],
  );

  useEffect(() => {
    const onKey = (press: KeyboardEvent) => {
      if (press.key === 'Escape' && !document.querySelector('dialog[open]')) choose(undefined);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [choose]);

  // Whoever comes by a link to a line wants to see its sentence first. Only on the way in, so nothing depends on it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: later choices scroll by themselves
  useEffect(() => {
    const target = chosen === undefined ? undefined : lines.get(chosen);
    if (!target) return;
    const frame = requestAnimationFrame(() => {
      scrollToCard(target.id, 'quietly');
      scrollToSentence(target);
    });
    return () => cancelAnimationFrame(frame);
  }, []);

  return (
    <div className={beside === 'page' ? 'view reader with-page' : 'view reader'}>
      <article>
        <ArticleHead article={record.article} />
        <div className="reader-tools">
          <Layers
            there={there}
            hidden={hide ?? []}
            onHide={(hidden) =>
              void navigate({
                search: (before) => present({ ...before, hide: hidden.length > 0 ? [...hidden] : undefined }),
                replace: true,
                resetScroll: false,
              })
            }
          />
          <Link
            to="/articles/$id"
            params={{ id: record.article.id }}
            search={(before) => present({ ...before, beside: beside ? undefined : ('page' as const) })}
            replace
            resetScroll={false}
            className="button small"
          >
            {beside ? t('reader.wholePage.hide') : t('reader.wholePage.show')}
          </Link>
        </div>
        <ArticleText
          article={record.article}
          marks={marks}
          line={line}
          onPoint={setPointed}
          onChoose={chooseSentence}
        />
        <Removed article={record.article} />
      </article>
      {beside === 'page' && <PageSide article={record.article} />}
      <RecordPanel
        record={record}
        pointed={pointed}
        chosen={chosen}
        onPoint={setPointed}
        onChoose={chooseLine}
      />
      {chosen !== undefined && lines.has(chosen) && (
        <button type="button" className="button back-to-line" onClick={() => scrollToCard(chosen)}>
          {t('reader.back')}
        </button>
      )}
    </div>
  );
}
