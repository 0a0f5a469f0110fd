import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sessionQuery } from '../api/session.ts';
import { Loading } from '../shared/states.tsx';
import { SignIn } from './SignIn.tsx';

/** Shows its content to whoever is signed in, and to all others the way in; the address stays, so one comes back to it. */
export function SessionGate({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  const session = useQuery(sessionQuery);
  if (isOpen) return children;
  // Once it has failed, the views stay where they are while it is asked again.
  if (session.isPending && session.errorUpdateCount === 0) return <Loading rows={6} />;
  // The server is away: each view says so in its place.
  if (!session.data) return children;
  const { person, hasAccounts, needsOwner } = session.data;
  return person === null && hasAccounts ? <SignIn needsOwner={needsOwner} /> : children;
}
