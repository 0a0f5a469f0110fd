import { useEffect } from 'react';

/** What the keys do besides moving through lines. */
export interface KeyActions {
  readonly help: () => void;
  readonly articles: () => void;
  readonly timeline: () => void;
}

/**
 * The keys of the whole desk: `j` and `k` move the focus through whatever carries `data-line`, `/` goes to the search
 * field, `?` asks for help, `g a` and `g t` change the view. Never while somebody types, and never with a modifier, so
 * that the browser's own keys stay.
 */
export function useKeys(actions: KeyActions): void {
  useEffect(() => {
    let wentAt = Number.NEGATIVE_INFINITY;
    const onKey = (press: KeyboardEvent) => {
      if (press.ctrlKey || press.metaKey || press.altKey || press.defaultPrevented || isTyping(press.target))
        return;
      if (document.querySelector('dialog[open]')) return;
      const isSecond = press.timeStamp - wentAt < 1200;
      wentAt = Number.NEGATIVE_INFINITY;
      if (isSecond && press.key === 'a') actions.articles();
      else if (isSecond && press.key === 't') actions.timeline();
      else if (press.key === 'g') wentAt = press.timeStamp;
      else if (press.key === 'j') moveFocus(1);
      else if (press.key === 'k') moveFocus(-1);
      else if (press.key === '?') actions.help();
      else if (press.key === '/') focusSearch();
      else return;
      press.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [actions]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

function moveFocus(step: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-line]')].filter((line) =>
    line.checkVisibility(),
  );
  const focused = document.activeElement?.closest<HTMLElement>('[data-line]') ?? null;
  const at = focused ? lines.indexOf(focused) : -1;
  const next = at === -1 ? firstInView(lines) : lines[at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function firstInView(lines: readonly HTMLElement[]): HTMLElement | undefined {
  return lines.find((line) => line.getBoundingClientRect().top >= 0) ?? lines[0];
}

function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('input[data-search]');
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
  field?.select();
}
