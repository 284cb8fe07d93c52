import { createHash } from 'node:crypto';
import { IDEMPOTENCY_HEADER } from '@org-portal/contract';
import fp from 'fastify-plugin';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { parseJson, type ParseText } from '../request-body/parse-json.ts';

/** Bytes that anybody may send, signed in or not. */
export const PUBLIC_BODY_LIMIT = 16 * 1024;
/** Bytes that the rest may send: they are read once the request is authorized, or hold a signature over them. */
const BODY_LIMIT = 256 * 1024;

/** Limits what is read of a body by who may send it, and parses JSON without keeping other requests waiting. */
export const requestBodies = fp((app, _options, done) => {
  app.removeAllContentTypeParsers();
  const parse = defaultParser(app);
  app.decorateRequest('bodySum', '');
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body: Buffer) => {
      if (request.headers[IDEMPOTENCY_HEADER] !== undefined)
        request.bodySum = createHash('sha256').update(body).digest('base64url');
      return parseJson(body, parse);
    },
  );
  app.addHook('onRoute', (route) => {
    route.bodyLimit ??= isPublic(route) ? PUBLIC_BODY_LIMIT : BODY_LIMIT;
  });
  done();
});

const isPublic = ({ config }: RouteOptions) => config?.authority === 'public';

/** @returns Fastify's own parser (secure-json-parse) as a function: it refuses `__proto__` and `constructor.prototype` */
function defaultParser(app: FastifyInstance): ParseText {
  const parse = app.getDefaultJsonParser('error', 'error');
  return (text) => {
    let parsed: unknown;
    void parse(null as never, text, (error, value) => {
      if (error) throw error;
      parsed = value;
    });
    return parsed;
  };
}

declare module 'fastify' {
  interface FastifyRequest {
    /** A digest of the body as it came, of a request with an `Idempotency-Key`; empty without a body. */
    bodySum: string;
  }
}
