import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Problem } from '../problem/problem.ts';
import type { Session, SessionStore } from './session-store.ts';

/** Bytes; nobody guesses one of 192 bits. */
const ID = 24;

/**
 * Starts a session under a new id and ends the one that was there.
 * @param startedAt when the person left for Logto, by the store's clock
 * @throws Problem `session.unavailable`; then no session has begun, and the browser keeps the cookie it has
 * @throws Problem `sign_in.failed` when all sessions of this person were ended after the sign-in had started: somebody
 * may have held its code back
 */
export async function beginSession(
  reply: FastifyReply,
  store: SessionStore,
  begun: Pick<Session, 'userId' | 'mayBeStaff' | 'refreshToken'>,
  startedAt: number,
): Promise<void> {
  const { session: former } = reply.request;
  // Before the mark is read: one that is set later ends this session as well.
  const signedInAt = await store.now();
  if (await store.isOver(begun.userId, startedAt))
    throw new Problem(
      'sign_in.failed',
      'All sessions of this person were ended after this sign-in had started.',
    );
  if (former) await store.destroy(former.id);
  const session = { ...begun, id: randomBytes(ID).toString('base64url'), signedInAt };
  await store.save(session);
  reply.giveSession(session);
}
