import type { FastifyRequest } from 'fastify';
import type { Portal } from '../portal.ts';

/**
 * Ends this session, if there is one, and makes its refresh token worthless. A Logto that does not take the token back
 * keeps nobody signed in: that is logged.
 */
export async function endSession(
  request: FastifyRequest,
  { sessions, signIn }: Pick<Portal, 'sessions' | 'signIn'>,
): Promise<void> {
  const { session } = request;
  if (!session) return;
  await sessions.destroy(session.id);
  request.session = null;
  if (session.refreshToken === undefined) return;
  try {
    await signIn.revoke(session.refreshToken);
  } catch (err) {
    request.log.warn({ err }, 'the refresh token was not revoked');
  }
}
