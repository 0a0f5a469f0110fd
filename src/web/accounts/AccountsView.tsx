import { useQuery } from '@tanstack/react-query';
import { accountsQuery, usePasswordLink, useRemoval, useRoleChange } from '../api/accounts.ts';
import { useRights } from '../api/session.ts';
import { t, term } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { Refusal } from '../shared/Refusal.tsx';
import { Failed, Loading } from '../shared/states.tsx';
import { useTitle } from '../shell/title.ts';
import { Invitations } from './Invitations.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { ROLES } from './roles.ts';
import { Secret } from './Secret.tsx';

export function AccountsView() {
  useTitle(t('nav.accounts'));
  const { isOwner, hasAccounts } = useRights();
  return (
    <div className="view settings">
      <header className="view-head">
        <h1>{t('nav.accounts')}</h1>
      </header>
      {!hasAccounts && <p>{t('account.none')}</p>}
      {hasAccounts && isOwner && <People />}
      {hasAccounts && <PasswordForm />}
    </div>
  );
}

function People() {
  const list = useQuery(accountsQuery);
  const setRole = useRoleChange();
  const remove = useRemoval();
  const link = usePasswordLink();
  const linked = list.data?.accounts.find(({ id }) => id === link.variables);
  if (list.isPending) return <Loading rows={3} />;
  if (list.isError) return <Failed error={list.error} retry={() => void list.refetch()} />;
  return (
    <>
      <section className="panel" aria-label={t('account.people')}>
        <h2>{t('account.people')}</h2>
        <div className="table-box">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('account.name')}</th>
                <th scope="col">{t('account.role')}</th>
                <th scope="col">{t('account.since')}</th>
                <th scope="col">
                  <span className="hidden">{t('account.acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.data.accounts.map(({ id, name, role, createdAt }) => (
                <tr key={id}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                  </th>
                  <td>
                    <select
                      aria-label={t('account.roleOf', { name })}
                      value={role}
                      onChange={(change) => {
                        const next = ROLES.find((one) => one === change.target.value);
                        if (next) setRole.mutate({ id, role: next });
                      }}
                    >
                      {ROLES.map((one) => (
                        <option key={one} value={one}>
                          {term('role', one)}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td>{dateInWords(createdAt.slice(0, 10), 'short')}</td>
                  <td>
                    <div className="row-tools">
                      <button
                        type="button"
                        className="button small"
                        aria-label={t('account.passwordLinkFor', { name })}
                        onClick={() => link.mutate(id)}
                      >
                        {t('account.passwordLink')}
                      </button>
                      <button
                        type="button"
                        className="button small"
                        aria-label={t('account.removeOne', { name })}
                        onClick={() => {
                          if (confirm(t('account.removeSure', { name }))) remove.mutate(id);
                        }}
                      >
                        {t('account.remove')}
                      </button>
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Refusal of={setRole} />
        <Refusal of={remove} />
        <Refusal of={link} />
        {link.data && (
          <p role="status">
            {t('account.passwordLink.made', { name: linked?.name ?? '' })} <Secret text={link.data.link} />
          </p>
        )}
      </section>
      <Invitations open={list.data.invitations} />
    </>
  );
}
