import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import fp from 'fastify-plugin';
import type { FastifyRequest } from 'fastify';
import type { Redis } from 'ioredis';
import { Problem } from '../problem/problem.ts';

interface Options {
  /** Requests per minute. */
  perPerson: number;
  perAddress: number;
  /** Where all instances count together; without it each counts for itself. */
  redis: Redis | undefined;
}

/** Counts in the process, at the most; the longest unused goes first. */
const MAX_KEPT = 20_000;

/**
 * Limits what one person may ask for, wherever they are signed in, and before sign-in what one address may: an IPv4
 * address or an IPv6 network of 64 bits. For the routes that follow it and have sessions.
 */
export const rateLimits = fp<Options>(async (app, { perPerson, perAddress, redis }) => {
  await app.register(rateLimit, {
    timeWindow: 60_000,
    max: ({ session }) => (session ? perPerson : perAddress),
    keyGenerator: ({ session, ip }: FastifyRequest) =>
      session ? `person:${session.userId}` : `address:${normalizeIP(ip)}`,
    nameSpace: 'portal:requests:',
    cache: MAX_KEPT,
    ...(redis && { redis }),
    // Who cannot be counted is not refused for it; whoever has a session is told by the session that Redis is gone.
    skipOnError: true,
    addHeaders: NONE,
    addHeadersOnExceeding: NONE,
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem('request.rate_limited', 'Too many requests. Wait a moment, then try again.', {
        retryAfter: Math.max(1, Math.ceil(ttl / 1000)),
      }),
  });
});

const NONE = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
  'retry-after': false,
};
