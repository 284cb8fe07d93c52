import { isManagementApiError, ManagementApiError } from './errors.ts';
import type { Reply } from './exchange.ts';
import { retryAfter } from './translate.ts';

/** The token endpoint answered with no token. The call that waits for it was not sent. */
export function refused(reply: Reply): ManagementApiError {
  const { status } = reply;
  const details = { status, wasSent: false };
  if (status === 429) {
    const message = 'The token endpoint takes no more requests for now';
    return new ManagementApiError('request.rate_limited', message, {
      ...details,
      retryAfter: retryAfter(reply),
    });
  }
  if (status >= 400 && status < 500) {
    const message = 'Logto refuses the M2M credentials or resource';
    return new ManagementApiError('upstream.misconfigured', message, {
      ...details,
      logtoCode: /"error"\s*:\s*"(\w+)"/.exec(reply.text)?.[1],
    });
  }
  return new ManagementApiError('upstream.failed', `The token endpoint answered ${status}`, details);
}

/** What came for a token is none. */
export function unreadable({ status }: Reply): ManagementApiError {
  const message = 'The token endpoint sent no token';
  return new ManagementApiError('upstream.unexpected_response', message, { status, wasSent: false });
}

/** No token could be had, whatever the cause. The call that waits for it was not sent. */
export function failed(cause: unknown): ManagementApiError {
  if (!isManagementApiError(cause)) {
    const message = 'The secret of the M2M application could not be read';
    return new ManagementApiError('upstream.misconfigured', message, { cause, wasSent: false });
  }
  return new ManagementApiError(cause.code, cause.message, { ...cause, cause: cause.cause, wasSent: false });
}
