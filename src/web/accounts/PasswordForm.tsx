import type { FormEvent } from 'react';
import { usePasswordChange } from '../api/accounts.ts';
import { t } from '../messages/index.ts';
import { Field } from '../shared/fields.tsx';
import { Refusal } from '../shared/Refusal.tsx';
import { NewPassword } from './NewPassword.tsx';

export function PasswordForm() {
  const change = usePasswordChange();
  const send = (submit: FormEvent<HTMLFormElement>) => {
    submit.preventDefault();
    const form = submit.currentTarget;
    const given = new FormData(form);
    change.mutate(
      { password: String(given.get('password')), newPassword: String(given.get('newPassword')) },
      { onSuccess: () => form.reset() },
    );
  };
  return (
    <section className="panel" aria-label={t('account.changePassword')}>
      <h2>{t('account.changePassword')}</h2>
      <form className="form across" onSubmit={send}>
        <Field label={t('account.password')}>
          {(id) => <input id={id} name="password" type="password" autoComplete="current-password" required />}
        </Field>
        <NewPassword name="newPassword" />
        <button type="submit" className="button strong" disabled={change.isPending}>
          {t('account.change')}
        </button>
      </form>
      <Refusal of={change} />
      {change.isSuccess && <p role="status">{t('account.changed')}</p>}
    </section>
  );
}
