import { useState } from 'react';

const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
const KEY = 'truceline-theme';

function chosen(): Theme {
  const theme = document.documentElement.dataset.theme;
  return THEMES.find((one) => one === theme) ?? 'system';
}

/** The chosen theme, and a step to the next one; kept in this browser. public/theme.js sets it before the first paint. */
export function useTheme(): readonly [Theme, () => void] {
  const [theme, setTheme] = useState(chosen);
  const step = () => {
    const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] as Theme;
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // Storage can be forbidden; the choice then lasts until the page is left.
    }
    setTheme(next);
  };
  return [theme, step];
}
