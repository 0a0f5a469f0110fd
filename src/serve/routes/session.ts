import { z } from 'zod';
import { TrucelineError } from '../../model/index.ts';
import type { Store } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { personOf } from '../context.ts';
import { LoginGuard } from '../login-guard.ts';
import { hashedPassword, isPassword } from '../password.ts';
import { route } from '../route.ts';
import {
  Done,
  done,
  givenPassword,
  LinkedTo,
  newPassword,
  personName,
  Session,
} from '../schemas/accounts.ts';
import { hashOfSecret } from '../secret.ts';

/** Tries of a password or a link, a minute from one address. */
const TRIES = 20;
const guard = new LoginGuard();

async function sessionOf(store: Store, { person, hasAccounts }: Context) {
  const needsOwner = hasAccounts && person === null && !(await store.accounts.any());
  return { person, hasAccounts, needsOwner };
}

export const getSession = route({
  path: '/api/session',
  name: 'getSession',
  tag: 'accounts',
  summary: 'Who is signed in?',
  access: 'all',
  answer: Session,
  handle: (_, store, context) => sessionOf(store, context),
});

export const signIn = route({
  path: '/api/session',
  name: 'signIn',
  tag: 'accounts',
  summary: 'Sign in',
  method: 'post',
  access: 'all',
  perMinute: TRIES,
  body: z.object({ name: personName, password: givenPassword }).meta({ id: 'SignIn' }),
  answer: Session,
  handle: async ({ body: { name, password } }, store, context) => {
    const key = name.toLowerCase();
    guard.check(key);
    const account = await store.accounts.byName(name);
    if (!(await isPassword(password, account?.password ?? null)) || !account) {
      guard.failed(key);
      throw new TrucelineError('E_PASSWORD');
    }
    guard.succeeded(key);
    await context.signIn(account.id);
    return sessionOf(store, { ...context, person: personOf(account) });
  },
});

export const signOut = route({
  path: '/api/session',
  name: 'signOut',
  tag: 'accounts',
  summary: 'Sign out',
  method: 'delete',
  access: 'all',
  answer: Done,
  handle: async (_, __, context) => {
    await context.signOut();
    return done;
  },
});

const token = z.string().min(1).max(100).meta({ description: 'What stands behind the # of the link' });

export const lookAtLink = route({
  path: '/api/session/link',
  name: 'lookAtLink',
  tag: 'accounts',
  summary: 'What does a one-time link lead to? Does not use it up',
  description: 'Sent as a body, for what stands in an address is kept in logs.',
  method: 'post',
  access: 'all',
  perMinute: TRIES,
  body: z.object({ token }).meta({ id: 'LinkToken' }),
  answer: LinkedTo,
  handle: async ({ body }, store) => {
    const linked = await store.accounts.link(hashOfSecret(body.token));
    if (!linked) throw new TrucelineError('E_INVITATION');
    return linked;
  },
});

export const acceptInvitation = route({
  path: '/api/session/accept',
  name: 'acceptInvitation',
  tag: 'accounts',
  summary: 'Use a one-time link: makes an account, or gives one a new password, and signs in',
  method: 'post',
  access: 'all',
  perMinute: TRIES,
  body: z
    .object({
      token,
      name: personName.optional(),
      password: newPassword,
    })
    .meta({ id: 'Acceptance' }),
  answer: Session,
  handle: async ({ body: { token, name, password } }, store, context) => {
    const account = await store.accounts.accept(
      hashOfSecret(token),
      name ?? null,
      await hashedPassword(password),
    );
    guard.succeeded(account.name.toLowerCase());
    context.live.publish('accounts', {});
    await context.signIn(account.id);
    return sessionOf(store, { ...context, person: personOf(account) });
  },
});

export const changePassword = route({
  path: '/api/session/password',
  name: 'changePassword',
  tag: 'accounts',
  summary: 'Change your password; signs you out everywhere else',
  method: 'put',
  access: 'reader',
  perMinute: TRIES,
  body: z.object({ password: givenPassword, newPassword }).meta({ id: 'PasswordChange' }),
  answer: Done,
  handle: async ({ body }, store, { person, signOutElsewhere }) => {
    const id = person?.id ?? null;
    const account = id === null ? null : await store.accounts.byName(person?.name ?? '');
    if (id === null || !account || !(await isPassword(body.password, account.password)))
      throw new TrucelineError('E_PASSWORD');
    await store.accounts.setPassword(id, await hashedPassword(body.newPassword));
    await signOutElsewhere(id);
    return done;
  },
});
