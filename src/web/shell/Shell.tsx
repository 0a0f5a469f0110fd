import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { SessionGate } from '../accounts/SessionGate.tsx';
import { EvidenceDrawer } from '../evidence/EvidenceDrawer.tsx';
import { t, term } from '../messages/index.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { DossierPicker } from './DossierPicker.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { useKeys } from './keys.ts';
import { LiveMark } from './LiveMark.tsx';
import { Navigation } from './Navigation.tsx';
import { Palette } from './Palette.tsx';
import { useTheme } from './theme.ts';
import { carried, VIEWS } from './views.ts';

/** What stands around every view. */
export function Shell() {
  const help = useRef<HTMLDialogElement>(null);
  const palette = useRef<HTMLDialogElement>(null);
  const main = useRef<HTMLElement>(null);
  const navigate = useNavigate();
  const [theme, nextTheme] = useTheme();
  const actions = useMemo(
    () => ({
      help: () => help.current?.showModal(),
      palette: () => {
        if (!document.querySelector('dialog[open]')) palette.current?.showModal();
      },
      go: (letter: string) => {
        const view = VIEWS.find((one) => one.letter === letter);
        if (view)
          void navigate({
            to: view.to,
            search: (before: Record<string, unknown>) => carried(view.to, before),
          });
        return view !== undefined;
      },
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
          <span>{t('app.name')}</span>
        </Link>
        <DossierPicker />
        <button type="button" className="find" onClick={actions.palette}>
          <span>{t('palette.open')}</span>
          <kbd>Ctrl K</kbd>
        </button>
        <div className="tools">
          <LiveMark />
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
          <AccountMenu />
        </div>
      </header>
      <div className="frame">
        <Navigation />
        <main id="content" ref={main} tabIndex={-1}>
          <SessionGate isOpen={path === '/welcome'}>
            <Outlet />
          </SessionGate>
        </main>
        <EvidenceDrawer />
      </div>
      <HelpDialog dialog={help} />
      <Palette dialog={palette} />
    </>
  );
}
