import fp from 'fastify-plugin';
import type { RouteOptions } from 'fastify';
import { isRead } from '../is-read.ts';

/** Stops the start-up when a route does not say who may call it, or a change not what the record calls it. */
export const declaredAuthority = fp((app, _options, done) => {
  app.addHook('onRoute', (route) => {
    const { authority, action, isRead: onlyReads } = route.config ?? {};
    const name = `Route ${String(route.method)} ${route.url}`;
    if (!authority) throw new Error(`${name} declares no authority`);
    const isByPerson = authority !== 'public' && authority !== 'webhook';
    if (isByPerson && isChange(route) && !action && !onlyReads)
      throw new Error(`${name} declares no action for the record`);
  });
  done();
});

const isChange = ({ method }: RouteOptions) => [method].flat().some((one) => !isRead(one));
