import type { Session } from '@org-portal/contract';
import { useGetIdentity, useIsAuthenticated } from '@refinedev/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useParams } from 'react-router';
import { useOrganizationQuery } from '../organization/organization-query.ts';
import { useNotifications } from '../theme/notification-context.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageLoading } from '../ui/PageLoading.tsx';
import { goToSignIn } from './sign-in.ts';
import { takeNewName } from './session-change.ts';
import { SessionContext } from './session-context.ts';

/** Milliseconds until it is asked again whether Logto is back. */
const WHILE_DOWN = 10_000;

/** Shows its pages to people with a session, and hands everybody else over to the sign-in. */
export function SessionGate() {
  const { t } = useTranslation();
  const notifications = useNotifications();
  const check = useIsAuthenticated();
  const identity = useGetIdentity<Session>({
    queryOptions: {
      refetchInterval: ({ state }) => (state.data?.lastKnownAt ? WHILE_DOWN : false),
    },
  });
  /** Not needed here; asked for at the same time, since the pages within wait for it. */
  useOrganizationQuery(useParams().organizationId ?? '');
  const error = check.data?.error;
  const mustSignIn = check.data?.authenticated === false && !error;

  useEffect(() => {
    if (mustSignIn) goToSignIn();
  }, [mustSignIn]);

  const isKnown = identity.data !== undefined;
  useEffect(() => {
    const name = isKnown ? takeNewName() : undefined;
    if (name === undefined) return;
    notifications.info({
      key: 'session-changed',
      title: t('app.signedInAs', { name }),
      duration: 0,
      role: 'status',
    });
  }, [isKnown, notifications, t]);

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
