import fp from 'fastify-plugin';
import type { Traces } from '../observability/traces.ts';

/** Makes each request a span. */
export const tracesOf = fp<{ traces: Traces }>((app, { traces }, done) => {
  app.decorateRequest('span', null);
  app.addHook('onRequest', (request, _reply, next) => traces.begin(request, next));
  app.addHook('onResponse', (request, reply, next) => {
    traces.end(request, reply);
    next();
  });
  done();
});
