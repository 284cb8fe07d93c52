import type { ValidationErrors } from '@refinedev/core';
import type { ReceivedProblem } from './received-problem.ts';

/**
 * Everything that a call can fail with, told apart by `kind`. All have the shape of Refine's `HttpError`;
 * `statusCode` is 0 where no reply came. A query that is aborted rejects with the signal's own reason instead.
 */
export type DataProviderError = HttpStatusError | NetworkError | TimeoutError | ReplyError | RequestError;

/** The server answered, with a status that is no success. */
export class HttpStatusError extends Error {
  override readonly name = 'HttpStatusError';
  readonly kind = 'http';
  readonly statusCode: number;
  /** Form field, as in `invitees.0` → what is wrong with it. From the problem's JSON Pointers. */
  readonly errors?: ValidationErrors;
  /** The reply's RFC 9457 problem, with its `code` and `instance`, if it held one. */
  readonly problem?: ReceivedProblem;
  /** From `Retry-After`: seconds to wait, counted from the reply. */
  readonly retryAfterSeconds?: number;

  constructor(
    message: string,
    statusCode: number,
    details: Pick<HttpStatusError, 'errors' | 'problem' | 'retryAfterSeconds'> = {},
  ) {
    super(message);
    this.statusCode = statusCode;
    Object.assign(this, details);
  }
}

/** No reply came: refused, reset, no name, no network, or the browser's CORS said no. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly kind = 'network';
  readonly statusCode = 0;
}

/** The reply was not there in time. A write may have happened all the same. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
  readonly kind = 'timeout';
  readonly statusCode = 0;
}

/** The server reported success, but the reply is not what such a reply must be. */
export class ReplyError extends Error {
  override readonly name = 'ReplyError';
  readonly kind = 'reply';
  readonly statusCode: number;

  constructor(message: string, statusCode: number, options?: ErrorOptions) {
    super(message, options);
    this.statusCode = statusCode;
  }
}

/** The call asks for what cannot be asked of the API: an id, page, filter or path. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly kind = 'request';
  readonly statusCode = 0;
}
