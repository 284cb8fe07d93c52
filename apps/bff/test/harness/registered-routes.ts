import { subscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';

export interface RegisteredRoute {
  method: string;
  url: string;
}

/**
 * Collects every route of every BFF that is built from now on, hidden ones included: Fastify tells of a new app
 * before anybody can register a route with it. The embedded Logto is one too; its routes declare no authority, with
 * which no BFF starts.
 */
export function collectRoutes(): RegisteredRoute[] {
  const routes: RegisteredRoute[] = [];
  subscribe('fastify.initialization', (message) => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url, config }) => {
      if (config?.authority === undefined) return;
      for (const one of [method].flat()) routes.push({ method: one, url });
    });
  });
  return routes;
}
