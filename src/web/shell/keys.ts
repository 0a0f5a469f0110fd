import { useEffect } from 'react';

/** What the keys do besides moving through lines. */
export interface KeyActions {
  readonly help: () => void;
  readonly palette: () => void;
  /** To the view with this letter; false where there is none. */
  readonly go: (letter: string) => boolean;
}

/**
 * The keys of the whole desk: `j` and `k` move the focus through whatever carries `data-line`, `/` goes to the search
 * field, `?` asks for help, `g` and a letter change the view, Control+K opens the palette. Never while somebody types,
 * and but for the palette never with a modifier, so that the browser's own keys stay.
 */
export function useKeys(actions: KeyActions): void {
  useEffect(() => {
    let wentAt = Number.NEGATIVE_INFINITY;
    const onKey = (press: KeyboardEvent) => {
      if (press.defaultPrevented) return;
      if ((press.ctrlKey || press.metaKey) && !press.altKey && press.key.toLowerCase() === 'k') {
        press.preventDefault();
        actions.palette();
        return;
      }
      if (press.ctrlKey || press.metaKey || press.altKey || isTyping(press.target)) return;
      if (document.querySelector('dialog[open]')) return;
      const isSecond = press.timeStamp - wentAt < 1200;
      wentAt = Number.NEGATIVE_INFINITY;
      if (isSecond && actions.go(press.key)) press.preventDefault();
      else if (press.key === 'g') wentAt = press.timeStamp;
      else if (press.key === 'j') moveFocus(1);
      else if (press.key === 'k') moveFocus(-1);
      else if (press.key === '?') actions.help();
      else if (press.key === '/') focusSearch(actions);
      else return;
      press.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [actions]);
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [contenteditable]',
    ) !== null
  );
}

/** Moves the focus to the next or the previous line that can be seen. */
export function moveFocus(step: 1 | -1): void {
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

/** The search field of the view; the palette where it has none. */
function focusSearch(actions: KeyActions): void {
  const field = document.querySelector<HTMLInputElement>('main input[data-search]');
  if (!field) {
    actions.palette();
    return;
  }
  field.closest('details')?.setAttribute('open', '');
  field.focus();
  field.select();
}
