import { z } from 'zod';
import { PASSWORD_LINK_DAYS, welcomePath } from '../gate.ts';
import { route } from '../route.ts';
import { Account, Done, done, Invitation, Role } from '../schemas/accounts.ts';
import { hasNoNul, id } from '../schemas/query.ts';
import { hashOfSecret, newSecret } from '../secret.ts';

const INVITATION_DAYS = 7;

export const listAccounts = route({
  path: '/api/accounts',
  name: 'listAccounts',
  tag: 'accounts',
  summary: 'Accounts and open invitations',
  access: 'owner',
  answer: z
    .object({ accounts: z.array(Account), invitations: z.array(Invitation) })
    .meta({ id: 'AccountList' }),
  handle: async (_, store) => ({
    accounts: await store.accounts.list(),
    invitations: await store.accounts.invitations(),
  }),
});

export const invite = route({
  path: '/api/invitations',
  name: 'invite',
  tag: 'accounts',
  summary: 'Invite somebody: gives a one-time link, shown this once',
  method: 'post',
  access: 'owner',
  body: z
    .object({
      role: Role,
      note: z
        .string()
        .trim()
        .max(200)
        .refine(...hasNoNul)
        .default('')
        .meta({ description: 'For whom' }),
    })
    .meta({ id: 'NewInvitation' }),
  answer: z.object({ invitation: Invitation, link: z.string() }).meta({ id: 'InvitationLink' }),
  handle: async ({ body }, store, { person, linkTo }) => {
    const secret = newSecret();
    const invitation = await store.accounts.invite({
      ...body,
      tokenHash: hashOfSecret(secret),
      invitedBy: person?.name ?? '',
      days: INVITATION_DAYS,
    });
    return { invitation, link: linkTo(welcomePath(secret)) };
  },
});

export const withdrawInvitation = route({
  path: '/api/invitations/{id}',
  name: 'withdrawInvitation',
  tag: 'accounts',
  summary: 'Withdraw an invitation',
  method: 'delete',
  access: 'owner',
  params: z.object({ id }),
  answer: Done,
  mayBeMissing: true,
  handle: async ({ params }, store) => {
    await store.accounts.withdraw(params.id);
    return done;
  },
});

export const makePasswordLink = route({
  path: '/api/accounts/{id}/password-link',
  name: 'makePasswordLink',
  tag: 'accounts',
  summary: 'For who forgot a password: gives a one-time link to a new one, shown this once',
  description: 'The old password and the open sessions hold until the link is used.',
  method: 'post',
  access: 'owner',
  params: z.object({ id }),
  answer: z.object({ link: z.string() }).meta({ id: 'PasswordLink' }),
  mayBeMissing: true,
  handle: async ({ params }, store, { linkTo }) => {
    const secret = newSecret();
    await store.accounts.passwordLink({
      tokenHash: hashOfSecret(secret),
      accountId: params.id,
      days: PASSWORD_LINK_DAYS,
    });
    return { link: linkTo(welcomePath(secret)) };
  },
});

export const setRole = route({
  path: '/api/accounts/{id}',
  name: 'setRole',
  tag: 'accounts',
  summary: 'Change what somebody may do',
  method: 'patch',
  access: 'owner',
  params: z.object({ id }),
  body: z.object({ role: Role }).meta({ id: 'RoleChange' }),
  answer: Account,
  mayBeMissing: true,
  handle: async ({ params, body }, store, { live }) => {
    const account = await store.accounts.setRole(params.id, body.role);
    live.publish('accounts', {});
    return account;
  },
});

export const removeAccount = route({
  path: '/api/accounts/{id}',
  name: 'removeAccount',
  tag: 'accounts',
  summary: 'Remove an account; what it wrote stays, with its name',
  method: 'delete',
  access: 'owner',
  params: z.object({ id }),
  answer: Done,
  mayBeMissing: true,
  handle: async ({ params }, store, { live }) => {
    await store.accounts.remove(params.id);
    live.publish('accounts', {});
    return done;
  },
});
