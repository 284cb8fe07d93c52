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
    cookieName: isSecure ? '__Host-portal-session' : 'portal-session',
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure, maxAge: IDLE },
    saveUninitialized: false,
    rolling: true,
    store: new MemorySessionStore(IDLE),
  });
});

/** @returns whether a session that began then is over, however busy */
export function isOver(signedInAt: number, now = Date.now()): boolean {
  return now - signedInAt > ABSOLUTE;
}
