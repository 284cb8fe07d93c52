import type { FastifyRequest } from 'fastify';
import type { SessionStore } from './session-store.ts';

interface Begun {
  userId: string;
  mayBeStaff: boolean;
  refreshToken: string | undefined;
}

/**
 * Starts a session under a new id and ends the one that was there.
 * @throws Problem `session.unavailable`; then no session has begun, and the browser keeps the cookie it has
 */
export async function beginSession(
  request: FastifyRequest,
  store: SessionStore,
  begun: Begun,
): Promise<void> {
  try {
    const signedInAt = await store.now();
    await request.session.regenerate();
    Object.assign(request.session, { ...begun, signedInAt });
    await request.session.save();
  } catch (error) {
    // Else it would be tried once more with the reply, and the cookie taken away.
    request.session = null as never;
    throw error;
  }
}
