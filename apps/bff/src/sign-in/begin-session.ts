import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Session, SessionStore } from './session-store.ts';

/** Bytes; nobody guesses one of 192 bits. */
const ID = 24;

/**
 * Starts a session under a new id and ends the one that was there.
 * @throws Problem `session.unavailable`; then no session has begun, and the browser keeps the cookie it has
 */
export async function beginSession(
  reply: FastifyReply,
  store: SessionStore,
  begun: Pick<Session, 'userId' | 'mayBeStaff' | 'refreshToken'>,
): Promise<void> {
  const { session: former } = reply.request;
  const signedInAt = await store.now();
  if (former) await store.destroy(former.id);
  const session = { ...begun, id: randomBytes(ID).toString('base64url'), signedInAt };
  await store.save(session);
  reply.giveSession(session);
}
