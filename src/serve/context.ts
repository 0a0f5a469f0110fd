import type { Account, Role } from '../store/index.ts';
import type { Jobs } from './jobs.ts';
import type { LiveUpdates } from './live.ts';

/** Who asks: an account, or whoever sits at this machine where there are no accounts (`--no-auth`). */
export interface Person {
  /** Null without accounts. */
  readonly id: string | null;
  readonly name: string;
  readonly role: Role;
}

/** Without accounts, everyone who reaches the server (this machine only) may do everything. */
export const LOCAL_PERSON: Person = { id: null, name: 'local', role: 'owner' };

export function personOf({ id, name, role }: Account): Person {
  return { id, name, role };
}

/** What all requests share. */
export interface Services {
  readonly jobs: Jobs;
  readonly live: LiveUpdates;
}

/** What a handler has besides its input and the store. */
export interface Context extends Services {
  /** Null only where the route is open to all. */
  readonly person: Person | null;
  /** Whether there are accounts at all. */
  readonly hasAccounts: boolean;
  /** Opens a session for the account and sends its cookie. */
  signIn(accountId: string): Promise<void>;
  /** Ends the session and takes its cookie back. */
  signOut(): Promise<void>;
  /** Ends the account's other sessions. */
  signOutElsewhere(accountId: string): Promise<void>;
  /** The address of a page of the desk, as others reach it. */
  linkTo(path: string): string;
}
