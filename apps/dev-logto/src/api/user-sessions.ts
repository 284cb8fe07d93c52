import { z } from 'zod';
import { RequestError } from '../http/request-error.ts';
import { noContent, ok, route } from '../http/route.ts';
import type { SignIns } from '../http/route.ts';

function findSession(signIns: SignIns, userId: string, sessionId: string) {
  const session = signIns.sessionsOf(userId).find(({ payload }) => payload.uid === sessionId);
  if (!session) throw new RequestError(404, 'oidc.session_not_found');
  return session;
}

/** Where somebody is signed in; ending one also ends the grants that were asked for, see `endSession`. */
export const userSessions = [
  route({
    method: 'GET',
    path: '/users/{userId}/sessions',
    handle: ({ signIns, params }) => ok({ sessions: signIns.sessionsOf(params.userId) }),
  }),
  route({
    method: 'GET',
    path: '/users/{userId}/sessions/{sessionId}',
    handle: ({ signIns, params }) => ok(findSession(signIns, params.userId, params.sessionId)),
  }),
  route({
    method: 'DELETE',
    path: '/users/{userId}/sessions/{sessionId}',
    query: z.object({ revokeGrantsTarget: z.enum(['all', 'firstParty']).optional() }),
    handle({ store, signIns, params, query: { revokeGrantsTarget } }) {
      findSession(signIns, params.userId, params.sessionId);
      const thirdParty = (applicationId: string) =>
        store.applications.get(applicationId)?.isThirdParty ?? false;
      signIns.endSession(params.userId, params.sessionId, (applicationId, isOffline) => {
        if (revokeGrantsTarget === 'all') return true;
        return revokeGrantsTarget === 'firstParty' ? !thirdParty(applicationId) : !isOffline;
      });
      return noContent();
    },
  }),
];
