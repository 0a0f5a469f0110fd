import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useRights } from '../api/session.ts';
import { t } from '../messages/index.ts';
import { carried, VIEWS, type View } from './views.ts';

export function Icon({ path }: { path: string }) {
  return (
    <svg className="view-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}

/** The views: a column beside the content where there is room, a strip above it where there is not. */
export function Navigation() {
  const { hasAccounts } = useRights();
  const strip = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // The strip can be longer than the screen: where one is stays in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path says when another view has become the current one
  useEffect(() => {
    const current = strip.current?.querySelector('[aria-current="page"]');
    if (!strip.current || !current) return;
    const [around, here] = [strip.current.getBoundingClientRect(), current.getBoundingClientRect()];
    if (here.left < around.left || here.right > around.right)
      strip.current.scrollBy({ left: here.left - around.left - (around.width - here.width) / 2 });
  }, [path, hasAccounts]);
  return (
    <nav className="views" aria-label={t('nav.label')} ref={strip}>
      <ul>
        {VIEWS.filter(({ group }) => group === 'look').map((view) => (
          <Entry key={view.to} view={view} />
        ))}
      </ul>
      <ul>
        {VIEWS.filter(({ group, isForAccounts }) => group === 'work' && (hasAccounts || !isForAccounts)).map(
          (view) => (
            <Entry key={view.to} view={view} />
          ),
        )}
      </ul>
      <a className="views-api" href="/api">
        {t('nav.api')}
      </a>
    </nav>
  );
}

function Entry({ view }: { view: View }) {
  return (
    <li>
      <Link
        to={view.to}
        search={(before: Record<string, unknown>) => carried(view.to, before)}
        activeOptions={{ exact: view.to === '/', includeSearch: false }}
      >
        <Icon path={view.icon} />
        {t(view.name)}
      </Link>
    </li>
  );
}
