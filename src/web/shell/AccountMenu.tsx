import { Link } from '@tanstack/react-router';
import { useRights, useSignOut } from '../api/session.ts';
import { t } from '../messages/index.ts';

/** Who is signed in, and the way out. Nothing where the server has no accounts. */
export function AccountMenu() {
  const { name, hasAccounts } = useRights();
  const signOut = useSignOut();
  if (!hasAccounts || name === null) return null;
  return (
    <span className="account-menu">
      <Link to="/accounts" className="account-name">
        <bdi>{name}</bdi>
      </Link>
      <button type="button" className="button small" onClick={() => signOut.mutate(undefined)}>
        {t('account.signOut')}
      </button>
    </span>
  );
}
