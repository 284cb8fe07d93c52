import type { FastifyRequest, FastifyServerOptions } from 'fastify';
import { loggedError, withoutSecrets } from './observability/logged-error.ts';

/** Should anybody ever log them beside a message. */
const NEVER = [
  'headers body query authorization cookie cookies session config token tokens secret password state nonce verifier',
  'access_token accessToken refresh_token refreshToken id_token idToken client_secret clientSecret code_verifier',
].flatMap((names) => names.split(' '));

/**
 * What is logged of requests and replies: the pattern of the route, never the path or the query (they carry tokens,
 * authorization codes and people's names), no headers (they carry cookies).
 */
export function loggerOptions(level: string): FastifyServerOptions['logger'] {
  return {
    level,
    redact: NEVER,
    hooks: {
      // Fastify quotes the address in a message when a handler replies twice.
      logMethod(args, method) {
        method.apply(this, args.map(cleaned) as Parameters<typeof method>);
      },
    },
    serializers: {
      err: (error: unknown) => ({ ...loggedError(error) }),
      error: (error: unknown) => ({ ...loggedError(error) }),
      cause: (error: unknown) => ({ ...loggedError(error) }),
      req: ({ method, routeOptions }: FastifyRequest) => ({ method, route: routeOptions.url ?? 'none' }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  };
}

const cleaned = (value: unknown) => (typeof value === 'string' ? withoutSecrets(value) : value);
