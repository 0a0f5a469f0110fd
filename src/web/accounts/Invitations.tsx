import type { FormEvent } from 'react';
import { useInvitation, useWithdrawal } from '../api/accounts.ts';
import type { Invitation } from '../api/client.ts';
import { t, term } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { Field } from '../shared/fields.tsx';
import { Refusal } from '../shared/Refusal.tsx';
import { ROLES } from './roles.ts';
import { Secret } from './Secret.tsx';

export function Invitations({ open }: { open: readonly Invitation[] }) {
  const invite = useInvitation();
  const withdraw = useWithdrawal();
  const send = (submit: FormEvent<HTMLFormElement>) => {
    submit.preventDefault();
    const given = new FormData(submit.currentTarget);
    const role = ROLES.find((one) => one === given.get('role'));
    if (role) invite.mutate({ role, note: String(given.get('note')) });
  };
  return (
    <section className="panel" aria-label={t('account.invite')}>
      <h2>{t('account.invite')}</h2>
      <form className="form across" onSubmit={send}>
        <Field label={t('account.note')}>{(id) => <input id={id} name="note" maxLength={200} />}</Field>
        <Field label={t('account.role')}>
          {(id) => (
            <select id={id} name="role" defaultValue="editor">
              {ROLES.map((role) => (
                <option key={role} value={role}>
                  {term('role', role)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button type="submit" className="button strong" disabled={invite.isPending}>
          {t('account.makeLink')}
        </button>
      </form>
      <Refusal of={invite} />
      {invite.data && (
        <p role="status">
          {t('account.link')} <Secret text={invite.data.link} />
        </p>
      )}
      {open.length > 0 && (
        <ul className="plain-list">
          {open.map(({ id, role, note, expiresAt }) => (
            <li key={id}>
              <span>
                <bdi>{note || t('account.noNote')}</bdi> · {term('role', role)} ·{' '}
                {t('account.expires', { date: dateInWords(expiresAt.slice(0, 10), 'short') })}
              </span>
              <button type="button" className="button small" onClick={() => withdraw.mutate(id)}>
                {t('account.withdraw')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Refusal of={withdraw} />
    </section>
  );
}
