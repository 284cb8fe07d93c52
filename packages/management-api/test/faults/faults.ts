import type { UpstreamCode } from '@org-portal/management-api';
import { json, type Handler } from '../upstream.ts';

interface Fault {
  /** What is wrong with the Management API. */
  api?: Handler;
  /** What is wrong with the token endpoint; the client then has no token yet. */
  token?: Handler;
  /** Nobody listens. */
  isDown?: boolean;
  /** What the client's clock is off, in milliseconds. */
  clock?: number;
  code: UpstreamCode | 'ok';
  retryAfter?: number;
}

const status =
  (code: number, headers = {}): Handler =>
  (_request, reply) =>
    json(reply, code, { code: 'some.fault', message: 'x' }, headers);
const HOUR = 3_600_000;

export const FAULTS: Record<string, Fault> = {
  'connection refused': { isDown: true, code: 'upstream.failed' },
  'reset before the headers': { api: ({ socket }) => socket.resetAndDestroy(), code: 'upstream.failed' },
  'reset in the headers': {
    api: ({ socket }) => socket.write('HTTP/1.1 200 OK\r\nContent-Ty', () => socket.destroy()),
    code: 'upstream.failed',
  },
  'reset in the body': {
    api: ({ socket }, reply) => {
      reply.writeHead(200, {
        'content-type': 'application/json',
        'content-length': 100,
        'total-number': '1',
      });
      reply.write('{"id":', () => socket.destroy());
    },
    code: 'upstream.failed',
  },
  'status 429': { api: status(429), code: 'request.rate_limited' },
  'status 429, Retry-After: 7': {
    api: status(429, { 'retry-after': '7' }),
    code: 'request.rate_limited',
    retryAfter: 7,
  },
  'status 429, Retry-After: a date, clock an hour ahead': {
    api: (request, reply) => {
      const now = Math.floor(performance.timeOrigin + performance.now());
      const date = (time: number) => new Date(time).toUTCString();
      return status(429, { date: date(now), 'retry-after': date(now + 7_000) })(request, reply);
    },
    clock: HOUR,
    code: 'request.rate_limited',
    retryAfter: 7,
  },
  'status 500': { api: status(500), code: 'upstream.failed' },
  'status 502': { api: status(502), code: 'upstream.failed' },
  'status 503': { api: status(503), code: 'upstream.failed' },
  'status 504': { api: status(504), code: 'upstream.failed' },
  silence: { api: () => undefined, code: 'upstream.timeout' },
  'silence in the body': {
    api: (_request, reply) => reply.writeHead(200, { 'content-type': 'application/json' }).write('{"id":'),
    code: 'upstream.timeout',
  },
  'a byte now and then': {
    api: (_request, reply) => {
      reply.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => reply.write(' '), 50);
      reply.on('close', () => clearInterval(timer));
    },
    code: 'upstream.timeout',
  },
  'garbage instead of HTTP': {
    api: ({ socket }) => socket.end('\u0000\u0001 garbage \r\n\r\n'),
    code: 'upstream.failed',
  },
  'garbage instead of JSON': {
    api: (_request, reply) =>
      reply.writeHead(200, { 'content-type': 'application/json', 'total-number': '1' }).end('{"id":'),
    code: 'upstream.unexpected_response',
  },
  'wrong content type': {
    api: (_request, reply) =>
      reply.writeHead(200, { 'content-type': 'text/html', 'total-number': '1' }).end('[]'),
    code: 'upstream.unexpected_response',
  },
  'a body that does not fit': {
    api: (_request, reply) => json(reply, 200, { some: 'thing' }, { 'total-number': '1' }),
    code: 'upstream.unexpected_response',
  },
  'a 404 of a proxy': {
    api: (_request, reply) => reply.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not Found'),
    code: 'upstream.unexpected_response',
  },
  'a redirect': { api: status(302, { location: '/' }), code: 'upstream.unexpected_response' },
  'token refused by the API': { api: status(401), code: 'upstream.misconfigured' },
  'token endpoint: reset': { token: ({ socket }) => socket.resetAndDestroy(), code: 'upstream.failed' },
  'token endpoint: 503': { token: status(503), code: 'upstream.failed' },
  'token endpoint: silence': { token: () => undefined, code: 'upstream.timeout' },
  'token endpoint: garbage': {
    token: (_request, reply) => reply.end('<html>'),
    code: 'upstream.unexpected_response',
  },
  'secret rotated': {
    token: (_request, reply) => json(reply, 401, { error: 'invalid_client' }),
    code: 'upstream.misconfigured',
  },
  'clock an hour ahead': { clock: HOUR, code: 'ok' },
  'clock an hour behind': { clock: -HOUR, code: 'ok' },
};
