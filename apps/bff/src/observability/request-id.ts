import { AsyncLocalStorage } from 'node:async_hooks';
import fp from 'fastify-plugin';

const storage = new AsyncLocalStorage<string>();

/** @returns the id of the request on whose behalf this runs; none for what the portal does by itself */
export const requestId = (): string | undefined => storage.getStore();

/**
 * Whatever a request has done from its authorization on knows its id. Nothing before asks Logto for anything, and in
 * Node 20 each promise within such a context costs.
 */
export const requestIds = fp((app, _options, done) => {
  app.addHook('preParsing', (request, _reply, _payload, next) => storage.run(request.id, next));
  done();
});
