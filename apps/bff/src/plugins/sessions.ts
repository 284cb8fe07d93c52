import cookie from '@fastify/cookie';
import fp from 'fastify-plugin';
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
 * Sessions on the server; the browser has an opaque, signed id. (@fastify/session copies, serializes and hashes each
 * session twice a request to find out whether it has changed, and signs its id anew.)
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
    if (!sessionCookie.isIn(request)) return;
    const id = sessionCookie.read(request);
    const session = id === undefined ? undefined : await store.get(id);
    if (!session) return sessionCookie.clear(reply);
    request.session = session;
    const now = Date.now();
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
