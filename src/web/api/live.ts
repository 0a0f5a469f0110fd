import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** `away` where the server has not answered for a while; what is shown may be old then. */
export type Live = 'off' | 'on' | 'away';

/** Questions that a piece of news makes old. The review's queue stays as it is under one's hands. */
const OLD_AFTER: Readonly<Record<string, (kind: unknown) => boolean>> = {
  articles: (kind) => kind !== 'session' && kind !== 'accounts' && kind !== 'review' && kind !== 'world',
  review: (kind) => kind !== 'session' && kind !== 'accounts' && kind !== 'world',
  dossiers: () => true,
  // One's own role may be another now.
  accounts: (kind) => kind === 'session' || kind === 'accounts',
  job: (kind) => kind === 'jobs',
  reset: () => true,
};
/** News come in swarms while a folder is read; asking anew once for many is enough. */
const PAUSE_MS = 400;

/** Listens to the server's news as long as the desk is open, and asks anew what they made old. */
export function useLive(isOn: boolean): Live {
  const queries = useQueryClient();
  const [live, setLive] = useState<Live>('off');
  useEffect(() => {
    if (!isOn) return;
    const stream = new EventSource('/api/stream');
    stream.onopen = () => setLive('on');
    stream.onerror = () => setLive('away');
    const stop = refresh(stream, queries);
    return () => {
      stop();
      stream.close();
      setLive('off');
    };
  }, [isOn, queries]);
  return live;
}

function refresh(stream: EventSource, queries: QueryClient): () => void {
  const old = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    const tests = [...old].map((type) => OLD_AFTER[type]);
    old.clear();
    void queries.invalidateQueries({
      predicate: ({ queryKey }) =>
        !(queryKey[0] === 'review' && queryKey[1] === 'queue') && tests.some((isOld) => isOld?.(queryKey[0])),
    });
  };
  for (const type of Object.keys(OLD_AFTER)) {
    stream.addEventListener(type, () => {
      old.add(type);
      timer ??= setTimeout(flush, PAUSE_MS);
    });
  }
  return () => clearTimeout(timer);
}
