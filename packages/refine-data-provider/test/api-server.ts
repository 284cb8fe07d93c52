import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { onTestFinished } from 'vitest';

export interface ApiServer {
  url: string;
  /** Method and target of every request, as they came over the wire. */
  seen: string[];
}

/** Starts a server on a free port for one test; its routes lie below `/api`. */
export async function apiServer(routes: (app: FastifyInstance) => void): Promise<ApiServer> {
  const app = Fastify({ forceCloseConnections: true });
  const seen: string[] = [];
  app.addHook('onRequest', async (request) => {
    seen.push(`${request.method} ${request.raw.url}`);
  });
  await app.register(async (api) => routes(api), { prefix: '/api' });
  await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => app.close());
  return { url: `${app.listeningOrigin}/api`, seen };
}

/** Answers a page of `rows` with both headers, as the design asks; the links go to the API's own path. */
export function sendPage(reply: FastifyReply, rows: readonly unknown[]) {
  const url = new URL(reply.request.url, 'http://any');
  const page = Number(url.searchParams.get('page'));
  const size = Number(url.searchParams.get('page_size'));
  url.searchParams.set('page', String(page + 1));
  if (page * size < rows.length) reply.header('link', `<${url.pathname}${url.search}>; rel="next"`);
  reply.header('total-number', rows.length);
  return reply.send(rows.slice((page - 1) * size, page * size));
}

export const rowsTo = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `row-${index + 1}` }));
