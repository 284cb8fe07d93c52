import type { Session } from '@org-portal/contract';
import type { AuthProvider, HttpError } from '@refinedev/core';
import { goToSignIn } from '../session/sign-in.ts';
import { signOut } from '../session/sign-out.ts';
import { dataProvider } from './data.ts';
import { queryClient } from './query-client.ts';

const isSessionMissing = (error: unknown) => (error as HttpError | undefined)?.statusCode === 401;

/** Asked once a minute at most: every other call tells just as well that the session has ended. Anew while Logto is down. */
function session(): Promise<Session> {
  return queryClient.fetchQuery({
    queryKey: ['session'],
    queryFn: async () => (await dataProvider.custom({ url: 'session', method: 'get' })).data as Session,
    staleTime: ({ state }) => (state.data?.lastKnownAt ? 0 : 60_000),
  });
}

/** Signing in and out are whole-page journeys to the identity provider and back. */
export const authProvider: AuthProvider = {
  async login() {
    goToSignIn();
    return { success: true };
  },
  async logout() {
    signOut();
    return { success: true };
  },
  /** With an `error`: it is not known whether there is a session. */
  async check() {
    try {
      await session();
      return { authenticated: true };
    } catch (error) {
      return isSessionMissing(error)
        ? { authenticated: false }
        : { authenticated: false, error: error as Error };
    }
  },
  async onError(error) {
    if (isSessionMissing(error)) goToSignIn();
    return { error };
  },
  getIdentity: session,
};
