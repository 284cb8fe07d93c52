import { createHash } from 'node:crypto';
import { IDEMPOTENCY_HEADER, REASON_HEADER } from '@org-portal/contract';
import type { FastifyRequest } from 'fastify';
import { isRead } from '../is-read.ts';
import { Problem } from '../problem/problem.ts';
import type { Wish } from './kept-replies.ts';

/** A string of Structured Fields (RFC 8941, 3.3.3), as the draft has it, or the same without quotes. */
const KEY = /^(?:"([\w.:~+/=-]{16,128})"|([\w.:~+/=-]{16,128}))$/;

/**
 * @returns the change that the request asks for under a key; nothing when it has none, or asks for no change
 * @throws Problem `request.malformed` when the key is none (draft-ietf-httpapi-idempotency-key-header)
 */
export function wishOf(request: FastifyRequest): Wish | undefined {
  const { method, headers, routeOptions, url, session, bodySum, id } = request;
  const header = headers[IDEMPOTENCY_HEADER];
  const isApi = routeOptions.url?.startsWith('/api/') === true;
  if (header === undefined || isRead(method) || routeOptions.config.isRead || !isApi) return undefined;
  const found = typeof header === 'string' ? KEY.exec(header) : null;
  if (!found) {
    throw new Problem(
      'request.malformed',
      `${IDEMPOTENCY_HEADER} takes 16 to 128 letters, digits and signs, such as a UUID.`,
    );
  }
  const fingerprint = digest([method, url, headers[REASON_HEADER] ?? null, bodySum]);
  return {
    owner: digest(session ? ['person', session.userId] : ['anybody', fingerprint]),
    key: digest([found[1] ?? found[2]]),
    fingerprint,
    requestId: id,
  };
}

/** Addresses may hold secrets, and so may keys. */
const digest = (parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
