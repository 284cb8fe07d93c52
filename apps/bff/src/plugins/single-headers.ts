import fp from 'fastify-plugin';
import { ACTING_PERSON_HEADER, REASON_HEADER } from '@org-portal/contract';
import { Problem } from '../problem/problem.ts';

/** Fields with one value. Of two, the portal and a proxy in front of it may each believe another one. */
const SINGLE = new Set([
  'authorization',
  'content-encoding',
  'content-length',
  'content-type',
  'cookie',
  'host',
  'idempotency-key',
  'logto-signature-sha-256',
  'origin',
  'sec-fetch-site',
  'transfer-encoding',
  ACTING_PERSON_HEADER,
  REASON_HEADER,
]);

/**
 * Refuses a request that has a header twice which may stand there once (RFC 9110, 5.3; RFC 9112, 3.2 of `Host`;
 * RFC 6265, 5.4 of `Cookie`), or one cookie twice. Node itself keeps the first, or joins them.
 */
export const singleHeaders = fp((app, _options, done) => {
  app.addHook('onRequest', (request, _reply, next) => {
    const twice = repeatedHeader(request.raw.rawHeaders) ?? repeatedCookie(request.headers.cookie);
    if (twice === undefined) return next();
    next(new Problem('request.malformed', `The request has ${twice} twice.`));
  });
  done();
});

/** @returns the name of the first that stands there twice; each second entry is a value */
function repeatedHeader(rawHeaders: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] as string).toLowerCase();
    if (!SINGLE.has(name)) continue;
    if (seen.has(name)) return name;
    seen.add(name);
  }
  return undefined;
}

const SESSION = 'portal-session=';

/** Of the portal's own: other programs on the same host may have theirs. */
function repeatedCookie(cookie = ''): string | undefined {
  if (cookie.indexOf(SESSION) === cookie.lastIndexOf(SESSION)) return undefined;
  const names = cookie.match(/(?<=^|;\s*)(?:__Host-)?portal-session(?==)/g) ?? [];
  return new Set(names).size < names.length ? 'the session cookie' : undefined;
}
