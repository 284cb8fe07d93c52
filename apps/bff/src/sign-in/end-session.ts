import type { FastifyRequest } from 'fastify';
import type { SignIn } from './sign-in.ts';

/**
 * Ends this session and makes its refresh token worthless. A Logto that does not take the token back keeps nobody
 * signed in: that is logged.
 */
export async function endSession(request: FastifyRequest, signIn: SignIn): Promise<void> {
  const { refreshToken } = request.session;
  await request.session.destroy();
  if (refreshToken === undefined) return;
  try {
    await signIn.revoke(refreshToken);
  } catch (err) {
    request.log.warn({ err }, 'the refresh token was not revoked');
  }
}
