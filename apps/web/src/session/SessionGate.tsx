import type { Session } from '@org-portal/contract';
import { useGetIdentity, useIsAuthenticated } from '@refinedev/core';
import { useEffect } from 'react';
import { Outlet } from 'react-router';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageLoading } from '../ui/PageLoading.tsx';
import { goToSignIn } from './sign-in.ts';
import { SessionContext } from './session-context.ts';

/** Shows its pages to people with a session, and hands everybody else over to the sign-in. */
export function SessionGate() {
  const check = useIsAuthenticated();
  const identity = useGetIdentity<Session>();
  const error = check.data?.error;
  const mustSignIn = check.data?.authenticated === false && !error;

  useEffect(() => {
    if (mustSignIn) goToSignIn();
  }, [mustSignIn]);

  if (mustSignIn) return <PageLoading />;
  if (error) {
    const retry = () => void Promise.all([check.refetch(), identity.refetch()]);
    return <ErrorState isPage error={error} onRetry={retry} />;
  }
  if (!identity.data) return <PageLoading />;
  return (
    <SessionContext value={identity.data}>
      <Outlet />
    </SessionContext>
  );
}
