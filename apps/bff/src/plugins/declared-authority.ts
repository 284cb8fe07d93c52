import fp from 'fastify-plugin';

/** Stops the start-up when a route does not say who may call it. */
export const declaredAuthority = fp((app, _options, done) => {
  app.addHook('onRoute', (route) => {
    if (!route.config?.authority) {
      throw new Error(`Route ${String(route.method)} ${route.url} declares no authority`);
    }
  });
  done();
});
