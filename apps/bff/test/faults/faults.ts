import type { ProblemCode } from '@org-portal/contract';
import type { Fault, Harm } from '../harness/faulty-logto.ts';

interface Case extends Fault {
  /** What every route answers then. */
  code: ProblemCode | 'ok';
  /** The portal does not get as far as sending what it wants to, or Logto does not act upon it. */
  isAboutToken?: true;
  retryAfter?: string;
}

const HOUR = 3_600_000;
const json = { 'content-type': 'application/json' };
const status =
  (code: number, headers: Record<string, string> = {}): Harm =>
  (_request, reply) =>
    reply.writeHead(code, { ...json, ...headers }).end('{"code":"some.fault","message":"x"}');
const ok =
  (body: string, headers: Record<string, string> = {}): Harm =>
  (_request, reply) =>
    reply.writeHead(200, { ...json, 'total-number': '1', ...headers }).end(body);
const reset: Harm = ({ socket }) => socket.resetAndDestroy();
const silence: Harm = () => undefined;
/** The portal finds out that it needs a new token. */
const needsToken = { api: status(401), isAboutToken: true } as const;

export const FAULTS: Record<string, Case> = {
  'connection refused': { isDown: true, code: 'upstream.failed' },
  'reset before the headers': { api: reset, code: 'upstream.failed' },
  'reset in the headers': {
    api: ({ socket }) => socket.write('HTTP/1.1 200 OK\r\nContent-Ty', () => socket.destroy()),
    code: 'upstream.failed',
  },
  'reset in the body': {
    api: ({ socket }, reply) => {
      reply.writeHead(200, { ...json, 'content-length': 100, 'total-number': '1' });
      reply.write('{"id":', () => socket.destroy());
    },
    code: 'upstream.failed',
  },
  'status 429': { api: status(429), code: 'request.rate_limited', retryAfter: '10' },
  'status 429, Retry-After: 7': {
    api: status(429, { 'retry-after': '7' }),
    code: 'request.rate_limited',
    retryAfter: '7',
  },
  'status 429, Retry-After: a date, clock an hour off': {
    api: (request, reply) => {
      const date = (ahead: number) => new Date(Date.now() + HOUR + ahead).toUTCString();
      return status(429, { date: date(0), 'retry-after': date(7_000) })(request, reply);
    },
    code: 'request.rate_limited',
    retryAfter: '7',
  },
  'status 500': { api: status(500), code: 'upstream.failed' },
  'status 502': { api: status(502), code: 'upstream.failed' },
  'status 503': { api: status(503), code: 'upstream.failed' },
  'status 504': { api: status(504), code: 'upstream.failed' },
  silence: { api: silence, code: 'upstream.timeout' },
  'silence in the body': {
    api: (_request, reply) => reply.writeHead(200, json).write('{"id":'),
    code: 'upstream.timeout',
  },
  'garbage instead of HTTP': {
    api: ({ socket }) => socket.end('\u0000\u0001 garbage \r\n\r\n'),
    code: 'upstream.failed',
  },
  'garbage instead of JSON': { api: ok('{"id":'), code: 'upstream.unexpected_response' },
  'wrong content type': {
    api: ok('[]', { 'content-type': 'text/html' }),
    code: 'upstream.unexpected_response',
  },
  'a body that does not fit': { api: ok('{"some":"thing"}'), code: 'upstream.unexpected_response' },
  'no such page': {
    api: (_request, reply) => reply.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not Found'),
    code: 'upstream.unexpected_response',
  },
  'token endpoint: reset': { ...needsToken, token: reset, code: 'upstream.failed' },
  'token endpoint: 503': { ...needsToken, token: status(503), code: 'upstream.failed' },
  'token endpoint: silence': { ...needsToken, token: silence, code: 'upstream.timeout' },
  'secret rotated': {
    ...needsToken,
    token: (_request, reply) => reply.writeHead(401, json).end('{"error":"invalid_client"}'),
    code: 'upstream.misconfigured',
  },
  'each token refused': { ...needsToken, code: 'upstream.misconfigured' },
  'clock an hour ahead': { clock: HOUR, code: 'ok' },
  'clock an hour behind': { clock: -HOUR, code: 'ok' },
};
