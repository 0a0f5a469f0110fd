import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { useAcceptance } from '../api/session.ts';
import { t } from '../messages/index.ts';
import { Field } from '../shared/fields.tsx';
import { Refusal } from '../shared/Refusal.tsx';
import { useTitle } from '../shell/title.ts';

/** Where a one-time link leads. Its secret stands behind the #, which no server and no log sees. */
export function WelcomeView() {
  useTitle(t('account.welcome'));
  const [token] = useState(() => location.hash.slice(1));
  const accept = useAcceptance();
  const navigate = useNavigate();
  const heading = useId();
  const send = (submit: FormEvent<HTMLFormElement>) => {
    submit.preventDefault();
    const given = new FormData(submit.currentTarget);
    accept.mutate(
      { token, name: String(given.get('name')), password: String(given.get('password')) },
      { onSuccess: () => void navigate({ to: '/', replace: true }) },
    );
  };
  return (
    <section className="door" aria-labelledby={heading}>
      <h1 id={heading}>{t('account.welcome')}</h1>
      {token === '' ? (
        <p>{t('account.noLink')}</p>
      ) : (
        <>
          <p>{t('account.welcome.about')}</p>
          <form onSubmit={send} className="form">
            <Field label={t('account.name')}>
              {(id) => (
                <input id={id} name="name" autoComplete="username" required maxLength={64} dir="auto" />
              )}
            </Field>
            <Field label={t('account.newPassword')}>
              {(id) => (
                <input
                  id={id}
                  name="password"
                  type="password"
                  autoComplete="new-password"
                  required
                  minLength={12}
                  maxLength={256}
                />
              )}
            </Field>
            <Refusal of={accept} />
            <button type="submit" className="button strong" disabled={accept.isPending}>
              {t('account.create')}
            </button>
          </form>
        </>
      )}
    </section>
  );
}
