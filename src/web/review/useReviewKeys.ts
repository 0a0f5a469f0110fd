import { useEffect, useRef } from 'react';
import { isTyping } from '../shell/keys.ts';

/**
 * Keys of the review. It listens behind the keys of the desk, so that `g` and a letter still change the view. While
 * somebody types, only Escape counts.
 */
export function useReviewKeys(isOn: boolean, keys: Readonly<Record<string, () => unknown>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!isOn) return;
    const onKey = (press: KeyboardEvent) => {
      if (press.defaultPrevented || press.ctrlKey || press.metaKey || press.altKey) return;
      if (document.querySelector('dialog[open]')) return;
      const act = latest.current[press.key];
      if (!act || (isTyping(press.target) && press.key !== 'Escape')) return;
      press.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOn]);
}
