import type { Session } from '@org-portal/contract';
import { createContext, use } from 'react';

export const SessionContext = createContext<Session | undefined>(undefined);

/** @returns who is signed in; for components within the `SessionGate` */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession needs a SessionGate around it');
  return session;
}
