import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { Problem } from '../problem/problem.ts';

/** Translates what openid-client throws: a refusal of this sign-in, wrong credentials of the portal, or no Logto. */
export function toSignInProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof AuthorizationResponseError) {
    return new Problem('sign_in.failed', 'Logto did not sign you in.', { cause: error });
  }
  if (error instanceof WWWAuthenticateChallengeError) {
    return new Problem('upstream.misconfigured', 'Logto refuses the credentials of the portal.', {
      cause: error,
    });
  }
  if (error instanceof ResponseBodyError) {
    return new Problem('sign_in.failed', 'Logto did not accept this sign-in.', { cause: error });
  }
  if (isTimeout(error))
    return new Problem('upstream.timeout', 'Logto did not answer in time.', { cause: error });
  if (error instanceof ClientError) {
    return new Problem('sign_in.failed', 'The answer of Logto does not fit this sign-in.', { cause: error });
  }
  return new Problem('upstream.failed', 'Logto could not be reached.', { cause: error });
}

function isTimeout(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'TimeoutError' || (error as { code?: unknown }).code === 'OAUTH_TIMEOUT')
  );
}
