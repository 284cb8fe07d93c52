import fp from 'fastify-plugin';
import type { HTTPMethods } from 'fastify';
import { Problem } from '../problem/problem.ts';
import { sendProblem } from './problems.ts';

const METHODS: HTTPMethods[] = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/**
 * Answers the other methods of each known path with 405 and `Allow` (RFC 9110, 15.5.6).
 */
export const methodNotAllowed = fp((app, _options, done) => {
  const known = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = known.get(url) ?? new Set();
    for (const each of [method].flat()) methods.add(each);
    known.set(url, methods);
  });
  app.decorate('refuseOtherMethods', () => {
    for (const [url, methods] of [...known]) {
      if (url.includes('*')) continue;
      const allow = [...methods].sort().join(', ');
      app.route({
        url,
        method: METHODS.filter((method) => !methods.has(method)),
        config: { authority: 'public' },
        schema: { hide: true },
        handler: (request, reply) => {
          reply.header('allow', allow);
          return sendProblem(new Problem('method.not_allowed', `Only ${allow} here.`), request, reply);
        },
      });
    }
  });
  done();
});

declare module 'fastify' {
  interface FastifyInstance {
    /** To be called after the last route. */
    refuseOtherMethods(): void;
  }
}
