import cookie from '@fastify/cookie';
import session from '@fastify/session';
import fp from 'fastify-plugin';
import { markTouched } from '../sign-in/touched.ts';
import type { Lifetimes, SessionStore } from '../sign-in/session-store.ts';

interface Options {
  secret: string;
  isSecure: boolean;
  lifetimes: Lifetimes;
  store: SessionStore;
}

/** A session's end is put off when this share of its idle lifetime is gone: once a minute, not at each request. */
const TOUCH = 1 / 30;

/** Sessions on the server; the browser has an opaque, signed id. */
export const sessions = fp<Options>(async (app, { secret, isSecure, lifetimes, store }) => {
  await app.register(cookie, { secret });
  await app.register(session, {
    secret,
    cookieName: sessionCookieName(isSecure),
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure, maxAge: lifetimes.idle },
    saveUninitialized: false,
    rolling: false,
    store,
  });
  const every = lifetimes.idle * TOUCH;
  app.addHook('onRequest', ({ session: current }, _reply, done) => {
    const { userId, signedInAt = 0, touchedAt = signedInAt } = current;
    const now = Date.now();
    if (userId !== undefined && now - touchedAt > every) {
      current.touch();
      current.touchedAt = now;
      markTouched(current);
    }
    done();
  });
});

/** Over https the browser itself sees to it that no other host and no plain http can set it (RFC 6265bis, 4.1.3.2). */
export const sessionCookieName = (isSecure: boolean) => `${isSecure ? '__Host-' : ''}portal-session`;
