import { loggedError } from './observability/logged-error.ts';
import type { FastifyRequest, FastifyServerOptions } from 'fastify';

/** Should anybody ever log them beside a message. */
const NEVER = [
  'headers body query authorization cookie cookies session config token tokens secret password state nonce verifier',
  'access_token accessToken refresh_token refreshToken id_token idToken client_secret clientSecret code_verifier',
].flatMap((names) => names.split(' '));

/**
 * What is logged of requests and replies: no query (it carries authorization codes and people's names), no headers
 * (they carry cookies).
 */
export function loggerOptions(level: string): FastifyServerOptions['logger'] {
  return {
    level,
    redact: NEVER,
    serializers: {
      err: (error: unknown) => ({ ...loggedError(error) }),
      error: (error: unknown) => ({ ...loggedError(error) }),
      cause: (error: unknown) => ({ ...loggedError(error) }),
      req: (request: FastifyRequest) => ({ method: request.method, path: request.url.split('?', 1)[0] }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  };
}
