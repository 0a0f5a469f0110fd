import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sessionQuery } from '../api/session.ts';
import { Failed, Loading } from '../shared/states.tsx';
import { SignIn } from './SignIn.tsx';

/** Shows its content to whoever is signed in, and to all others the way in; the address stays, so one comes back to it. */
export function SessionGate({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  const session = useQuery(sessionQuery);
  if (isOpen) return children;
  if (session.isPending) return <Loading rows={6} />;
  if (session.isError) return <Failed error={session.error} retry={() => void session.refetch()} />;
  const { person, hasAccounts, needsOwner } = session.data;
  return person === null && hasAccounts ? <SignIn needsOwner={needsOwner} /> : children;
}
