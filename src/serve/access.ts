import type { FastifyRequest } from 'fastify';
import { TrucelineError } from '../model/index.ts';
import { ROLES, type Role } from '../store/index.ts';
import type { Person } from './context.ts';

/** Who may use an operation: everyone, or people of this role and above. */
export type Access = 'all' | Role;

/** Throws E_SIGN_IN, E_ROLE. */
export function checkAccess(person: Person | null, access: Access): void {
  if (access === 'all') return;
  if (person === null) throw new TrucelineError('E_SIGN_IN');
  if (ROLES.indexOf(person.role) < ROLES.indexOf(access))
    throw new TrucelineError('E_ROLE', { role: access });
}

/**
 * A request that writes must come from a page of this server (or from a program, which says no Origin). Other sites
 * cannot set the header `x-truceline` without asking, and are never given leave; browsers also tell the origin. So
 * this holds without accounts too, where there is no cookie to withhold. Throws E_CROSS_SITE.
 */
export function checkSameSite({ headers }: FastifyRequest): void {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  const isOurs =
    headers['x-truceline'] !== undefined &&
    (origin === undefined || hostOf(origin) === host?.toLowerCase()) &&
    (site === undefined || site === 'same-origin');
  if (!isOurs) throw new TrucelineError('E_CROSS_SITE');
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
