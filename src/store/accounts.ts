/** What a person may do: readers see everything, editors also write, owners also say who may. */
export const ROLES = ['reader', 'editor', 'owner'] as const;
export type Role = (typeof ROLES)[number];

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** A link not used yet. */
export interface Invitation {
  readonly id: string;
  readonly role: Role;
  /** For whom, in the words of who invited. */
  readonly note: string;
  readonly invitedBy: string | null;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** What a link leads to. */
export interface LinkedTo {
  readonly role: Role;
  /** Name of the account that gets a new password; null where it makes an account. */
  readonly name: string | null;
}

/**
 * Accounts, invitations and sessions. Secrets come as hashes; making and checking them is the server's work. Times are
 * the database's.
 */
export interface AccountStore {
  /** Is there any account yet? */
  any(): Promise<boolean>;
  /** By name. */
  list(): Promise<readonly Account[]>;
  /** An account by its name in any case, with what its password is checked against; null where there is none. */
  byName(name: string): Promise<(Account & { readonly password: string }) | null>;
  setPassword(id: string, password: string): Promise<void>;
  /** Throws E_NO_SUCH, E_LAST_OWNER. */
  setRole(id: string, role: Role): Promise<Account>;
  /** With all its sessions. What the account wrote keeps its name. Throws E_NO_SUCH, E_LAST_OWNER. */
  remove(id: string): Promise<void>;

  /** `days`: how long it holds. The link of a first start (`invitedBy` null) takes the place of an earlier one. */
  invite(invitation: {
    readonly tokenHash: string;
    readonly role: Role;
    readonly note: string;
    readonly invitedBy: string | null;
    readonly days: number;
  }): Promise<Invitation>;
  /** Those that still hold. */
  invitations(): Promise<readonly Invitation[]>;
  /** Throws E_NO_SUCH. */
  withdraw(invitationId: string): Promise<void>;
  /** A link by which the account gets a new password; it takes the place of an earlier one. Throws E_NO_SUCH. */
  passwordLink(link: {
    readonly tokenHash: string;
    readonly accountId: string;
    readonly days: number;
  }): Promise<void>;
  /** What a link that still holds leads to; null where it does not. */
  link(tokenHash: string): Promise<LinkedTo | null>;
  /**
   * Uses up a link: makes the account, or gives the account that it is for the new password and ends its sessions.
   * `name` is for a new account. Throws E_INVITATION, E_NAME_TAKEN, E_QUERY where a new account has no name.
   */
  accept(tokenHash: string, name: string | null, password: string): Promise<Account>;

  openSession(accountId: string, tokenHash: string, days: number): Promise<void>;
  /** The account of a session that holds, or null. */
  ofSession(tokenHash: string): Promise<Account | null>;
  closeSession(tokenHash: string): Promise<void>;
  /** All sessions of an account but one. */
  closeOtherSessions(accountId: string, keptTokenHash: string): Promise<void>;
}
