import type { FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { TrucelineError } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { type Access, checkAccess, checkSameSite } from './access.ts';
import { type Context, LOCAL_PERSON, type Person, personOf, type Services } from './context.ts';
import { hashOfSecret, newSecret } from './secret.ts';
import { cookieOf, SESSION_DAYS, secretOfCookies } from './session-cookie.ts';

export interface GateOptions {
  readonly noAuth: boolean;
  /** Do people reach the server by HTTPS? Then its cookies travel by nothing else. */
  readonly isSecure: boolean;
}

const OWNER_LINK_DAYS = 1;
/** How long a link to a new password holds. */
export const PASSWORD_LINK_DAYS = 1;

/** Knows who asks, and lets in who may. */
export class Gate {
  readonly #store: Store;
  readonly #options: GateOptions;
  readonly #address: () => string;
  readonly #services: Services;
  readonly #people = new WeakMap<FastifyRequest, Person>();

  /** `address` is asked when a link is made, as the port is known only once the server listens. */
  constructor(store: Store, options: GateOptions, services: Services, address: () => string) {
    this.#services = services;
    this.#store = store;
    this.#options = options;
    this.#address = address;
  }

  /** A hook before an operation. It throws E_CROSS_SITE, E_SIGN_IN, E_ROLE. */
  guard(access: Access, writes = false): onRequestAsyncHookHandler {
    return async (request) => {
      if (writes) checkSameSite(request);
      const person = await this.#personAt(request);
      if (person) this.#people.set(request, person);
      checkAccess(person, access);
    };
  }

  contextOf(request: FastifyRequest, reply: FastifyReply): Context {
    const { accounts } = this.#store;
    const { isSecure, noAuth } = this.#options;
    const secret = secretOfCookies(request.headers.cookie, isSecure);
    return {
      ...this.#services,
      person: this.#people.get(request) ?? null,
      hasAccounts: !noAuth,
      linkTo: (path) => this.#address() + path,
      async signIn(accountId) {
        // A session of before is not taken over: the secret is always new.
        if (secret !== null) await accounts.closeSession(hashOfSecret(secret));
        const fresh = newSecret();
        await accounts.openSession(accountId, hashOfSecret(fresh), SESSION_DAYS);
        reply.header('set-cookie', cookieOf(fresh, isSecure));
      },
      async signOut() {
        if (secret !== null) await accounts.closeSession(hashOfSecret(secret));
        reply.header('set-cookie', cookieOf(null, isSecure));
      },
      signOutElsewhere: (accountId) => accounts.closeOtherSessions(accountId, hashOfSecret(secret ?? '')),
    };
  }

  /** Does the session of a request that goes on and on still hold? */
  async mayStay(request: FastifyRequest): Promise<boolean> {
    return (await this.#personAt(request)) !== null;
  }

  /** Where there is no account yet: a link that makes its user the owner, once. Null otherwise. */
  async ownerLink(): Promise<string | null> {
    if (this.#options.noAuth || (await this.#store.accounts.any())) return null;
    const secret = newSecret();
    await this.#store.accounts.invite({
      tokenHash: hashOfSecret(secret),
      role: 'owner',
      note: '',
      invitedBy: null,
      days: OWNER_LINK_DAYS,
    });
    return this.#address() + welcomePath(secret);
  }

  /** A link by which `name` chooses a new password, for whoever may start the server. Throws E_NO_SUCH. */
  async passwordLink(name: string): Promise<string> {
    const account = await this.#store.accounts.byName(name);
    if (!account) throw new TrucelineError('E_NO_SUCH', { kind: 'account', id: name });
    const secret = newSecret();
    await this.#store.accounts.passwordLink({
      tokenHash: hashOfSecret(secret),
      accountId: account.id,
      days: PASSWORD_LINK_DAYS,
    });
    return this.#address() + welcomePath(secret);
  }

  async #personAt(request: FastifyRequest): Promise<Person | null> {
    if (this.#options.noAuth) return LOCAL_PERSON;
    const secret = secretOfCookies(request.headers.cookie, this.#options.isSecure);
    const account = secret === null ? null : await this.#store.accounts.ofSession(hashOfSecret(secret));
    return account && personOf(account);
  }
}

/** The secret stands behind the #, which browsers do not send: it comes into no log and no Referer. */
export function welcomePath(secret: string): string {
  return `/welcome#${secret}`;
}
