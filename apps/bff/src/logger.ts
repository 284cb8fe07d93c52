import type { FastifyRequest, FastifyServerOptions } from 'fastify';

/**
 * What is logged of requests and replies: no query (it carries authorization codes and people's names), no headers
 * (they carry cookies).
 */
export function loggerOptions(level: string): FastifyServerOptions['logger'] {
  return {
    level,
    serializers: {
      req: (request: FastifyRequest) => ({ method: request.method, path: request.url.split('?', 1)[0] }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  };
}
