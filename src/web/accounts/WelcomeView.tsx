import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { linkQuery, useAcceptance } from '../api/session.ts';
import { t, term } from '../messages/index.ts';
import { Field } from '../shared/fields.tsx';
import { Refusal } from '../shared/Refusal.tsx';
import { Failed, Loading } from '../shared/states.tsx';
import { useTitle } from '../shell/title.ts';
import { NewPassword } from './NewPassword.tsx';

/** Where a one-time link leads. Its secret stands behind the #, which no server and no log sees. */
export function WelcomeView() {
  const [token] = useState(() => location.hash.slice(1));
  const link = useQuery(linkQuery(token));
  if (token === '') return <Door title={t('account.welcome')}>{t('account.noLink')}</Door>;
  if (link.isPending) return <Loading rows={4} />;
  if (link.isError) {
    if (!(link.error instanceof ApiProblem))
      return <Failed error={link.error} retry={() => void link.refetch()} />;
    return <Door title={t('account.linkSpent')}>{t('account.linkSpent.remedy')}</Door>;
  }
  const { name, role } = link.data;
  return name === null ? (
    <Door title={t('account.welcome')}>
      <p>{t('account.welcome.about', { role: term('role', role) })}</p>
      <Choice token={token} name={null} />
    </Door>
  ) : (
    <Door title={t('account.newPasswordFor', { name })}>
      <p>{t('account.newPasswordFor.about')}</p>
      <Choice token={token} name={name} />
    </Door>
  );
}

function Door({ title, children }: { title: string; children: ReactNode }) {
  useTitle(title);
  const heading = useId();
  return (
    <section className="door" aria-labelledby={heading}>
      <h1 id={heading}>{title}</h1>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </section>
  );
}

/** A password and, where there is no account yet (`name` null), the name of the new one. */
function Choice({ token, name }: { token: string; name: string | null }) {
  const accept = useAcceptance();
  const navigate = useNavigate();
  const send = (submit: FormEvent<HTMLFormElement>) => {
    submit.preventDefault();
    const given = new FormData(submit.currentTarget);
    accept.mutate(
      {
        token,
        password: String(given.get('password')),
        ...(name === null && { name: String(given.get('name')) }),
      },
      { onSuccess: () => void navigate({ to: '/', replace: true }) },
    );
  };
  return (
    <form onSubmit={send} className="form">
      {name === null ? (
        <Field label={t('account.name')}>
          {(id) => <input id={id} name="name" autoComplete="username" required maxLength={64} dir="auto" />}
        </Field>
      ) : (
        // For the browser, which keeps the password under the name.
        <input
          className="hidden"
          name="name"
          autoComplete="username"
          value={name}
          readOnly
          tabIndex={-1}
          aria-hidden
        />
      )}
      <NewPassword name="password" />
      <Refusal of={accept} />
      <button type="submit" className="button strong" disabled={accept.isPending}>
        {name === null ? t('account.create') : t('account.setPassword')}
      </button>
    </form>
  );
}
