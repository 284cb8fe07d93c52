import type { ProblemCode } from '@org-portal/contract';
import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { Problem } from '../problem/problem.ts';

const DETAILS: Partial<Record<ProblemCode, string>> = {
  'sign_in.failed': 'Logto did not accept this sign-in, or its answer does not fit it.',
  'upstream.misconfigured': 'Logto refuses the credentials of the portal.',
  'upstream.unexpected_response': 'Logto answered with something that the portal does not understand.',
  'upstream.timeout': 'Logto did not answer in time.',
  'upstream.failed': 'Logto could not be reached or failed.',
};

/** Errors with which Logto itself comes back when it cannot go on (RFC 6749, 4.1.2.1). */
const OWN_FAULTS = new Set(['server_error', 'temporarily_unavailable']);
/** Codes of openid-client for an answer that is none, whatever the sign-in. */
const NO_ANSWER = new Set([
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

/** Translates what openid-client throws: a refusal of this sign-in, wrong credentials of the portal, or no Logto. */
export function toSignInProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = codeOf(error);
  return new Problem(code, DETAILS[code] ?? '', { cause: error });
}

function codeOf(error: unknown): ProblemCode {
  if (error instanceof AuthorizationResponseError) {
    return OWN_FAULTS.has(error.error) ? 'upstream.failed' : 'sign_in.failed';
  }
  if (error instanceof WWWAuthenticateChallengeError) return 'upstream.misconfigured';
  if (error instanceof ResponseBodyError)
    return isFailure(error.status) ? 'upstream.failed' : 'sign_in.failed';
  if (isTimeout(error)) return 'upstream.timeout';
  if (!(error instanceof ClientError)) return 'upstream.failed';
  if (!NO_ANSWER.has(error.code ?? '')) return 'sign_in.failed';
  return isCutOff(error) ? 'upstream.failed' : 'upstream.unexpected_response';
}

const isFailure = (status: number) => status >= 500 || status === 429;

/** Whether the server failed, or the connection broke in the middle of the answer. */
function isCutOff(error: unknown): boolean {
  if (error instanceof Response) return isFailure(error.status);
  // What `fetch` throws for all that befalls a connection.
  if (error instanceof TypeError) return true;
  return error instanceof Error && isCutOff(error.cause);
}

function isTimeout(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'TimeoutError' || (error as { code?: unknown }).code === 'OAUTH_TIMEOUT')
  );
}
