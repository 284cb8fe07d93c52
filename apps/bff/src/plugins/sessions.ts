import cookie from '@fastify/cookie';
import session from '@fastify/session';
import fp from 'fastify-plugin';
import { MemorySessionStore } from '../sign-in/session-store.ts';

interface Options {
  secret: string;
  isSecure: boolean;
}

/** Milliseconds without a request after which a session ends, and after which it ends in any case. */
const IDLE = 30 * 60_000;
const ABSOLUTE = 12 * 3_600_000;

/** Sessions on the server; the browser has an opaque, signed id. */
export const sessions = fp<Options>(async (app, { secret, isSecure }) => {
  await app.register(cookie, { secret });
  await app.register(session, {
    secret,
    cookieName: sessionCookieName(isSecure),
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure, maxAge: IDLE },
    saveUninitialized: false,
    rolling: true,
    store: new MemorySessionStore(IDLE),
  });
});

/** Over https the browser itself sees to it that no other host and no plain http can set it (RFC 6265bis, 4.1.3.2). */
export const sessionCookieName = (isSecure: boolean) => `${isSecure ? '__Host-' : ''}portal-session`;

/** @returns whether a session that began then is over, however busy */
export function isOver(signedInAt: number, now = Date.now()): boolean {
  return now - signedInAt > ABSOLUTE;
}
