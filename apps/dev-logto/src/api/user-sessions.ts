import { z } from 'zod';
import { RequestError } from '../http/request-error.ts';
import { noContent, ok, route } from '../http/route.ts';
import type { SignIns } from '../http/route.ts';

function findSession(signIns: SignIns, userId: string, sessionId: string) {
  const session = signIns.sessionsOf(userId).find(({ payload }) => payload.uid === sessionId);
  if (!session) throw new RequestError(404, 'oidc.session_not_found');
  return session;
}

/**
 * Where somebody is signed in, and what applications were granted. Ending a session also ends grants: those that the
 * query asks for, and without it those that may not refresh (openapi.json).
 */
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
  route({
    method: 'GET',
    path: '/users/{userId}/grants',
    query: z.object({ appType: z.enum(['firstParty', 'thirdParty']).optional() }),
    handle({ store, signIns, params, query: { appType } }) {
      const grants = signIns.grantsOf(params.userId).flatMap((grant) => {
        const application = store.applications.get(grant.payload.clientId ?? '');
        if (!application) return [];
        const isAsked = appType === undefined || application.isThirdParty === (appType === 'thirdParty');
        return isAsked ? [{ ...grant, application: { id: application.id, name: application.name } }] : [];
      });
      return ok({ grants });
    },
  }),
  route({
    method: 'DELETE',
    path: '/users/{userId}/grants/{grantId}',
    handle({ signIns, params }) {
      if (!signIns.grantsOf(params.userId).some(({ id }) => id === params.grantId))
        throw new RequestError(404, 'oidc.invalid_grant');
      signIns.revokeGrant(params.grantId);
      return noContent();
    },
  }),
];
