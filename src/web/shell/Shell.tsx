import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { t, term } from '../messages/index.ts';
import { HelpDialog } from './HelpDialog.tsx';
import { useKeys } from './keys.ts';
import { useTheme } from './theme.ts';

/** What stands around every view. */
export function Shell() {
  const help = useRef<HTMLDialogElement>(null);
  const main = useRef<HTMLElement>(null);
  const navigate = useNavigate();
  const [theme, nextTheme] = useTheme();
  const actions = useMemo(
    () => ({
      help: () => help.current?.showModal(),
      articles: () => void navigate({ to: '/' }),
      timeline: () => void navigate({ to: '/timeline' }),
    }),
    [navigate],
  );
  useKeys(actions);

  const path = useRouterState({ select: ({ location }) => location.pathname });
  const lastPath = useRef(path);
  useEffect(() => {
    if (lastPath.current !== path) main.current?.focus({ preventScroll: true });
    lastPath.current = path;
  }, [path]);

  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <header className="top">
        <Link to="/" className="brand">
          <img src="/mark.svg" alt="" width="22" height="22" />
          {t('app.name')}
        </Link>
        <nav aria-label={t('nav.label')}>
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
            {t('nav.articles')}
          </Link>
          <Link to="/timeline" activeOptions={{ includeSearch: false }}>
            {t('nav.timeline')}
          </Link>
          <a href="/api">{t('nav.api')}</a>
        </nav>
        <div className="tools">
          <button
            type="button"
            className="icon"
            onClick={nextTheme}
            aria-label={t('theme.label', { theme: term('theme', theme) })}
            title={t('theme.label', { theme: term('theme', theme) })}
          >
            <span aria-hidden="true">{theme === 'dark' ? '☾' : theme === 'light' ? '☀' : '◐'}</span>
          </button>
          <button
            type="button"
            className="icon"
            onClick={actions.help}
            aria-label={t('help.open')}
            title={t('help.open')}
          >
            <span aria-hidden="true">?</span>
          </button>
        </div>
      </header>
      <main id="content" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <HelpDialog dialog={help} />
    </>
  );
}
