import { PROBLEM_MEDIA_TYPE } from '@org-portal/contract';
import fp from 'fastify-plugin';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { toProblem } from '../problem/to-problem.ts';

/** Sends whatever is thrown as `application/problem+json` (RFC 9457). */
export const problems = fp((app, _options, done) => {
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  done();
});

/** For addresses that no route can be looked up for. No hook has run, so what every answer has is set here. */
export function sendUnroutable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply
    .header('x-request-id', request.id)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  sendProblem(error, request, reply);
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error);
  const level =
    problem.code === 'upstream.misconfigured' ? 'fatal' : problem.status >= 500 ? 'error' : 'info';
  request.log[level](
    { code: problem.code, err: problem.status >= 500 ? problem : undefined },
    problem.message,
  );
  if (problem.retryAfter !== undefined) reply.header('retry-after', String(problem.retryAfter));
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type(PROBLEM_MEDIA_TYPE)
    .serializer(JSON.stringify)
    .send(problem.toBody(request.id));
}
