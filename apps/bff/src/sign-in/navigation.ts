import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { Problem } from '../problem/problem.ts';
import { toProblem } from '../problem/to-problem.ts';
import { toSignInProblem } from './sign-in-problem.ts';

/** For routes that a browser navigates to: forms come in, and faults end on a page, not in JSON. */
const plugin: FastifyPluginAsync = async (app) => {
  // Read as a whole, so that the route's limit holds for it.
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, form: string | Buffer) => Object.fromEntries(new URLSearchParams(String(form))),
  );
  // A change that another site asks for is no navigation of a person who waits for a page.
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error);
    if (problem.code === 'request.cross_site') throw problem;
    return signInFailed(problem, request, reply);
  });
};
export const navigation = fp(plugin);

/** Leads to the page that says what went wrong. */
export function signInFailed(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toSignInProblem(error);
  request.log.warn({ code: problem.code, err: problem }, 'sign-in failed');
  const query = new URLSearchParams({ problem: problem.code, instance: request.id });
  return reply.redirect(`/signed-out?${query}`, 303);
}

/** Secure cookies are not sent over http; better to say so than to go in circles. */
export function requireTls({ protocol }: FastifyRequest, portalUrl: URL): void {
  if (portalUrl.protocol === `${protocol}:`) return;
  throw new Problem(
    'upstream.misconfigured',
    'PORTAL_URL is https, but this request is not: a proxy of TRUSTED_PROXIES must send X-Forwarded-Proto.',
  );
}
