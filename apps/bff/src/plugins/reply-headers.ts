import fp from 'fastify-plugin';

/** Every reply says by which request it came about; what people alone are shown is stored nowhere on the way. */
export const replyHeaders = fp((app, _options, done) => {
  app.addHook('onRequest', (request, reply, next) => {
    reply.header('x-request-id', request.id);
    // The route, not the address as it was spelt: `/%61pi/session` is one of them too.
    if (/^\/(api|auth)\//.test(request.routeOptions.url ?? '')) reply.header('cache-control', 'no-store');
    next();
  });
  done();
});
