import { type FormEvent, useId } from 'react';
import { useSignIn } from '../api/session.ts';
import { t } from '../messages/index.ts';
import { Field } from '../shared/fields.tsx';
import { Refusal } from '../shared/Refusal.tsx';
import { useTitle } from '../shell/title.ts';

export function SignIn({ needsOwner }: { needsOwner: boolean }) {
  useTitle(t('account.signIn'));
  const signIn = useSignIn();
  const heading = useId();
  const send = (submit: FormEvent<HTMLFormElement>) => {
    submit.preventDefault();
    const given = new FormData(submit.currentTarget);
    signIn.mutate({ name: String(given.get('name')), password: String(given.get('password')) });
  };
  if (needsOwner) {
    return (
      <section className="door" aria-labelledby={heading}>
        <h1 id={heading}>{t('account.first')}</h1>
        <p>{t('account.first.remedy')}</p>
      </section>
    );
  }
  return (
    <section className="door" aria-labelledby={heading}>
      <h1 id={heading}>{t('account.signIn')}</h1>
      <form onSubmit={send} className="form">
        <Field label={t('account.name')}>
          {(id) => <input id={id} name="name" autoComplete="username" required maxLength={64} dir="auto" />}
        </Field>
        <Field label={t('account.password')}>
          {(id) => <input id={id} name="password" type="password" autoComplete="current-password" required />}
        </Field>
        <Refusal of={signIn} />
        <button type="submit" className="button strong" disabled={signIn.isPending}>
          {t('account.signIn')}
        </button>
      </form>
      <p className="quiet small">{t('account.noAccount')}</p>
    </section>
  );
}
