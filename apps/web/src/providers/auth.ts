import type { Session } from '@org-portal/contract';
import type { AuthProvider, HttpError } from '@refinedev/core';
import { personName } from '../format/person-name.ts';
import { recallWork } from '../kept-work/kept-work.ts';
import { actAs } from '../session/acting-person.ts';
import { followOtherTabs, reloadAs } from '../session/session-change.ts';
import { goToSignIn } from '../session/sign-in.ts';
import { signOut } from '../session/sign-out.ts';
import { tellSignedIn } from '../session/tabs.ts';
import { sessionProvider } from './data.ts';
import { queryClient } from './query-client.ts';

const isSessionMissing = (error: unknown) => (error as HttpError | undefined)?.statusCode === 401;

const isSessionChanged = (error: unknown) =>
  (error as { problem?: { code?: string } } | undefined)?.problem?.code === 'session.changed';

async function readSession(): Promise<Session> {
  const session = (await sessionProvider.custom({ url: 'session', method: 'get' })).data as Session;
  const { user } = session;
  if (actAs(user.id)) {
    recallWork(user.id);
    tellSignedIn(user.id);
  } else reloadAs(personName(user) ?? user.id);
  return session;
}

/** Somebody else is signed in by now: the page goes on as theirs. */
function readSessionAgain(): void {
  readSession().catch((error: unknown) => {
    if (isSessionMissing(error)) goToSignIn();
  });
}

/** To be called once, when the page starts. */
export const followSession = () => followOtherTabs(readSessionAgain);

/**
 * Asked once a minute at most: every other call tells just as well that the session has ended. While Logto is down, each
 * time.
 */
function session(): Promise<Session> {
  return queryClient.fetchQuery({
    queryKey: ['session'],
    queryFn: readSession,
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
    if (isSessionChanged(error)) readSessionAgain();
    return { error };
  },
  getIdentity: session,
};
