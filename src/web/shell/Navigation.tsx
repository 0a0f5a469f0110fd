import { Link } from '@tanstack/react-router';
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
  return (
    <nav className="views" aria-label={t('nav.label')}>
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
