import type { Role } from '../api/client.ts';

/** From the least that one may do to the most. */
export const ROLES: readonly Role[] = ['reader', 'editor', 'owner'];
