import cookie from '@fastify/cookie';
import session from '@fastify/session';
import fp from 'fastify-plugin';
import type { Lifetimes, SessionStore } from '../sign-in/session-store.ts';

interface Options {
  secret: string;
  isSecure: boolean;
  lifetimes: Lifetimes;
  store: SessionStore;
}

/** Sessions on the server; the browser has an opaque, signed id. */
export const sessions = fp<Options>(async (app, { secret, isSecure, lifetimes, store }) => {
  await app.register(cookie, { secret });
  await app.register(session, {
    secret,
    cookieName: sessionCookieName(isSecure),
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure, maxAge: lifetimes.idle },
    saveUninitialized: false,
    rolling: true,
    store,
  });
});

/** Over https the browser itself sees to it that no other host and no plain http can set it (RFC 6265bis, 4.1.3.2). */
export const sessionCookieName = (isSecure: boolean) => `${isSecure ? '__Host-' : ''}portal-session`;
