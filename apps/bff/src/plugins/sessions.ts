import cookie from '@fastify/cookie';
import fp from 'fastify-plugin';
import { formerAttempts } from '../sign-in/attempt-cookie.ts';
import type { Secrets } from '../sign-in/seal.ts';
import { SessionCookie } from '../sign-in/session-cookie.ts';
import type { Lifetimes, Session, SessionStore } from '../sign-in/session-store.ts';

interface Options {
  secrets: Secrets;
  isSecure: boolean;
  lifetimes: Lifetimes;
  store: SessionStore;
}

/** A session's end is put off when this share of its idle lifetime is gone: once a minute, not at each request. */
const TOUCH = 1 / 30;

/**
 * Sessions on the server; the browser has an opaque, signed id. A session that is over in any way is none from here on:
 * it counts against no rate limit and is shown nothing. (@fastify/session copies, serializes and hashes each session
 * twice a request to find out whether it has changed, and signs its id again.)
 */
export const sessions = fp<Options>(async (app, { secrets, isSecure, lifetimes, store }) => {
  await app.register(cookie, { secret: [...secrets] });
  const sessionCookie = new SessionCookie(isSecure, lifetimes.idle);
  const every = lifetimes.idle * TOUCH;

  app.decorateRequest('session', null);
  app.decorateReply('giveSession', function (session) {
    this.request.session = session;
    sessionCookie.set(this, session.id);
  });
  app.addHook('onRequest', async (request, reply) => {
    for (const name of formerAttempts(request.headers.cookie ?? ''))
      reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure });
    if (!sessionCookie.isIn(request)) return;
    const id = sessionCookie.read(request);
    const found = id === undefined ? undefined : await store.get(id);
    if (!found) return sessionCookie.clear(reply);
    const { session, now } = found;
    if (await store.isOver(session.userId, session.signedInAt)) {
      await store.destroy(session.id);
      return sessionCookie.clear(reply);
    }
    request.session = session;
    const isDue = now - (session.touchedAt ?? session.signedInAt) > every;
    if (!isDue || (isSecure && request.protocol !== 'https')) return;
    const touched = { ...session, touchedAt: now };
    // Nobody is refused because the end of their session could not be put off.
    await store.save(touched).catch(() => undefined);
    reply.giveSession(touched);
  });
});

declare module 'fastify' {
  interface FastifyRequest {
    /** None: nobody is signed in. */
    session: Session | null;
  }
  interface FastifyReply {
    /** Gives the browser a session that has been saved. */
    giveSession(session: Session): void;
  }
}
