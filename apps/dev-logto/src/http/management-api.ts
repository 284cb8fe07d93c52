import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asksForPage, cut, pageOf, pagingHeaders } from './pagination.ts';
import { invalidInput } from './request-error.ts';
import type { Reply, Route, Services } from './route.ts';
import { watch, type Context } from '../webhooks/watch.ts';
import { originOf } from '../webhooks/webhooks.ts';

interface Management extends Services {
  readonly authorize: (request: FastifyRequest) => Promise<void>;
  /** Above how many rows every list has a capped total. */
  readonly totals: { readonly cap: number };
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const template = (path: string) => `/api${path.replace(/\{(\w+)\}/g, ':$1')}`;

/**
 * Puts the routes under `/api`: first `authorize`, then validation, then the handler, then the reply with
 * its paging headers and ETag. The webhooks are told of what was changed. A method that a path does not have
 * gets 405.
 */
export function mount(
  app: FastifyInstance,
  routes: readonly Route[],
  { authorize, totals, ...services }: Management,
): void {
  for (const one of routes) {
    app.route({
      method: one.method,
      url: template(one.path),
      onRequest: authorize,
      handler: async (request, reply) =>
        send(one, capped(await answer(one, request, services), totals), request, reply),
    });
  }
  for (const path of new Set(routes.map((one) => one.path))) {
    const known: readonly string[] = routes.filter((one) => one.path === path).map(({ method }) => method);
    const allow = [...(known.includes('GET') ? ['HEAD'] : []), ...known].join(', ');
    app.route({
      method: [...methods.filter((method) => !known.includes(method)), 'OPTIONS'],
      url: template(path),
      handler: ({ method }, reply) => {
        const status = method === 'OPTIONS' ? 200 : 405;
        return reply
          .code(status)
          .header('allow', allow)
          .type('text/plain; charset=utf-8')
          .send(status === 405 ? 'Method Not Allowed' : '');
      },
    });
  }
}

function capped(reply: Reply, { cap }: { readonly cap: number }): Reply {
  return 'list' in reply ? { ...reply, cap: Math.min(cap, reply.cap ?? Infinity) } : reply;
}

const urlOf = (request: FastifyRequest) => new URL(request.url, `http://${request.host}`);

async function answer(one: Route, request: FastifyRequest, services: Services): Promise<Reply> {
  const search = urlOf(request).searchParams;
  const body = parse('body', one.body, request.body ?? {});
  const query = parse('query', one.query, valuesOf(search));
  const params = request.params as Record<string, string>;
  const happened = watch(services.store, `${one.method} ${one.path}`, { params, body });
  const reply = await one.handle({ ...services, params, body, query, search });
  if ('status' in reply) {
    const context = contextOf(one, request, reply.status);
    for (const { event, facts } of happened(context, reply.body)) {
      services.webhooks.tell(event, originOf(request), facts);
    }
  }
  return reply;
}

/** By name; a name that comes several times has all its values. */
function valuesOf(search: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(search.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const [first = '', ...more] = search.getAll(name);
      return [name, more.length === 0 ? first : [first, ...more]];
    }),
  );
}

function contextOf({ method, path }: Route, request: FastifyRequest, status: number): Context {
  return {
    path: urlOf(request).pathname.replace(/^\/api/, ''),
    method,
    status,
    params: request.params as object,
    matchedRoute: path.replace(/\{(\w+)\}/g, ':$1'),
  };
}

function parse(part: 'body' | 'query', schema: Route['body'], value: unknown): unknown {
  const parsed = schema?.safeParse(value);
  if (parsed && !parsed.success) throw invalidInput(part, parsed.error);
  return parsed?.data;
}

function send(one: Route, answered: Reply, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!('list' in answered)) return respond(answered.status, answered.body, request, reply);
  const url = urlOf(request);
  const { list, cap } = answered;
  if (one.paging === 'asked' && !asksForPage(url.searchParams)) {
    return respond(200, list.slice(0, list.total), request, reply);
  }
  const page = pageOf(url.searchParams);
  reply.headers(pagingHeaders(page, list.total, url, cap));
  return respond(200, cut(page, list), request, reply);
}

function respond(status: number, body: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (body === undefined) return reply.code(status).send();
  if (typeof body === 'string') return reply.code(status).type('text/plain; charset=utf-8').send(body);
  const text = JSON.stringify(body);
  if (request.method === 'GET') {
    const etag = `"${createHash('sha1').update(text).digest('base64url')}"`;
    reply.header('etag', etag);
    if (knows(request.headers['if-none-match'], etag)) return reply.code(304).send();
  }
  return reply.code(status).type('application/json; charset=utf-8').send(text);
}

/** RFC 9110, 13.1.2: `*` or a list of entity tags, compared weakly. */
function knows(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, ''))) ?? false;
}
