import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import formbody from '@fastify/formbody';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Misbehave } from '../controls/misbehave.ts';
import type { Calls } from './calls.ts';
import { RequestError } from './request-error.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

const json = 'application/json; charset=utf-8';

/** oidc-provider expects to be mounted: the path without the prefix, the whole one beside it. */
function mounted(prefix: string, request: IncomingMessage): IncomingMessage {
  const url = request.url ?? '/';
  return Object.assign(request, { originalUrl: url, url: url.slice(prefix.length) || '/' });
}

/**
 * The HTTP server: `/oidc` goes to oidc-provider as it came, everything else to Fastify, which answers as
 * Logto does to what it cannot serve (plain `Not Found`, 400 for what is no JSON).
 */
export async function createApp(
  calls: Calls,
  oidc: () => Handler,
  misbehave: Misbehave,
  log: (line: string) => void,
): Promise<FastifyInstance> {
  const app = fastify({
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 1024 },
    serverFactory: (fallback) =>
      createServer((request, response) => {
        if (!/^\/oidc([/?]|$)/.test(request.url ?? '')) return fallback(request, response);
        if (/^\/oidc\/token(\?|$)/.test(request.url ?? '')) calls.add(`${request.method ?? ''} /oidc/token`);
        void misbehave(request, response).then((done) => {
          if (!done) oidc()(mounted('/oidc', request), response);
        });
      }),
  });
  await app.register(formbody);
  app.addContentTypeParser('application/json', { parseAs: 'string' }, parseJson);
  // Koa reads no body of another type, so that validation finds none.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, done) => done(null, {}));
  app.addHook('onRequest', async ({ method, routeOptions: { url } }) => {
    if (url?.startsWith('/api/')) calls.add(`${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
  });
  // Once the body is here: what begins late is carried out, even if the client has gone meanwhile.
  app.addHook('preHandler', async ({ raw, url }, reply) => {
    if (url.startsWith('/controls')) return;
    if (await misbehave(raw, reply.raw)) return reply.hijack();
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).type('text/plain; charset=utf-8').send('Not Found'),
  );
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    reply.type(json);
    if (error instanceof RequestError) return reply.code(error.status).send(error.body);
    const status = error.statusCode ?? 500;
    if (status === 413) return reply.code(status).send({ message: 'request entity too large' });
    if (status < 500) return reply.code(status).send({ message: error.message });
    log(`${request.method} ${request.url} failed: ${error.stack ?? error.message}`);
    return reply.code(500).send({ message: 'Internal Server Error' });
  });
  return app;
}

function parseJson(
  _request: unknown,
  body: string | Buffer,
  done: (error: Error | null, body?: unknown) => void,
): void {
  if (body.length === 0) return done(null, {});
  if (!/^\s*[[{]/.test(String(body))) return done(unreadable('invalid JSON, only supports object and array'));
  try {
    done(null, JSON.parse(String(body)));
  } catch (error) {
    done(unreadable((error as Error).message));
  }
}

const unreadable = (message: string) => Object.assign(new SyntaxError(message), { statusCode: 400 });
