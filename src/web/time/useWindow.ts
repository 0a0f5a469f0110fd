import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { DAY, isoDay, timeOfDay } from './interval.ts';
import { around, type TimeWindow, withinBounds } from './window.ts';

export interface WindowState {
  readonly window: TimeWindow;
  readonly change: (change: (window: TimeWindow) => TimeWindow) => void;
  /** Back to all there is. */
  readonly all: () => void;
}

/**
 * What the axis shows. It is kept in the address as `since` and `until`, which the map shares, a moment after it comes
 * to rest; without them it is all there is.
 */
export function useWindow(
  search: { since?: string | undefined; until?: string | undefined },
  extent: { start: number; end: number } | null,
): WindowState {
  const navigate = useNavigate();
  const { since, until } = search;
  const [window, setWindow] = useState<TimeWindow>(() => given(since, until, extent));
  const [rests, setRests] = useState({ since, until, extent });
  if (rests.since !== since || rests.until !== until || rests.extent !== extent) {
    setRests({ since, until, extent });
    // Its own change comes back by the address, and must not round what is looked at to whole days.
    const own = since === isoDay(window.start) && until === isoDay(window.end - 1);
    if (!own) setWindow(given(since, until, extent));
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = useCallback(
    (next: (window: TimeWindow) => TimeWindow) => {
      setWindow((before) => {
        const after = next(before);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          void navigate({
            to: '.',
            search: (held: Record<string, unknown>) => ({
              ...held,
              since: isoDay(after.start),
              until: isoDay(after.end - 1),
            }),
            replace: true,
            resetScroll: false,
          });
        }, 350);
        return after;
      });
    },
    [navigate],
  );
  const all = useCallback(() => {
    clearTimeout(timer.current);
    void navigate({
      to: '.',
      search: ({ since: _since, until: _until, ...held }: Record<string, unknown>) => held,
      replace: true,
      resetScroll: false,
    });
  }, [navigate]);
  return { window, change, all };
}

function given(since: string | undefined, until: string | undefined, extent: TimeWindow | null): TimeWindow {
  const whole = extent ?? { start: Date.now() - 365 * DAY, end: Date.now() };
  if (since === undefined && until === undefined) return withinBoundsAtEnd(around(whole));
  const start = since === undefined ? whole.start : timeOfDay(since);
  const end = until === undefined ? Math.max(whole.end, start + DAY) : timeOfDay(until) + DAY;
  return withinBounds({ start, end: Math.max(end, start + DAY) });
}

/** The latest three years of what is longer. */
function withinBoundsAtEnd(window: TimeWindow): TimeWindow {
  const { start, end } = withinBounds(window);
  return { start: start + (window.end - end), end: window.end };
}
