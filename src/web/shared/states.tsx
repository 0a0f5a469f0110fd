import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ApiProblem } from '../api/client.ts';
import { t } from '../messages/index.ts';

/** What a view shows when it has nothing to show: while it loads, when there is nothing, when it failed. */

export function Loading({ rows = 6 }: { rows?: number }) {
  return (
    <div className="loading" role="status">
      <span className="hidden">{t('state.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all of them are the same
        <div className="bone" key={row} />
      ))}
    </div>
  );
}

export function Empty(props: { title: string; remedy: string; heading?: boolean }) {
  const { title, remedy, heading = false } = props;
  return (
    <div className="state">
      {heading ? <h1 className="state-title">{title}</h1> : <p className="state-title">{title}</p>}
      <p>
        <Coded text={remedy} />
      </p>
    </div>
  );
}

export function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const isMissing = error instanceof ApiProblem && error.status === 404;
  if (isMissing) return <Missing />;
  const problem = error instanceof ApiProblem ? error : null;
  return (
    <div className="state" role="alert">
      <p className="state-title">{problem ? t('state.error') : t('state.unreachable')}</p>
      <p>
        {problem ? `${problem.message}. ${problem.remedy}` : <Coded text={t('state.unreachable.remedy')} />}
      </p>
      <button type="button" className="button" onClick={retry}>
        {t('state.retry')}
      </button>
    </div>
  );
}

export function Missing() {
  return (
    <div className="state">
      <h1 className="state-title">{t('state.missing')}</h1>
      <p>{t('state.missing.remedy')}</p>
      <Link to="/" className="button">
        {t('state.home')}
      </Link>
    </div>
  );
}

/** Text in which `backticks` mark what one types. */
function Coded({ text }: { text: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the text is fixed
  return text.split('`').map((part, index) => (index % 2 ? <code key={index}>{part}</code> : part));
}

interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly fetchNextPage: () => unknown;
}

/** The end of a list: loads the next page as it comes into view; a button does the same for the keyboard. */
export function MoreToCome({ pages }: { pages: Pages }) {
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages;
  const isReady = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (!isReady || !end.current) return;
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some((entry) => entry.isIntersecting)) fetchNextPage();
      },
      { rootMargin: '800px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [isReady, fetchNextPage]);
  return (
    <div className="more" ref={end}>
      {hasNextPage ? (
        <button
          type="button"
          className="button"
          disabled={isFetchingNextPage}
          onClick={() => fetchNextPage()}
        >
          {isFetchingNextPage
            ? t('state.loading')
            : isFetchNextPageError
              ? t('state.retry')
              : t('state.more')}
        </button>
      ) : (
        <p className="quiet">{t('state.end')}</p>
      )}
    </div>
  );
}
