import type { Problem, ProblemCode, ProblemError } from '@org-portal/contract';

/** The problem codes that a call of the Management API can end with. */
export type UpstreamCode = Extract<
  ProblemCode,
  | 'upstream.misconfigured'
  | 'upstream.failed'
  | 'upstream.timeout'
  | 'upstream.unexpected_response'
  | 'quota.exceeded'
  | 'resource.not_found'
  | 'request.invalid'
  | 'request.rate_limited'
  | 'email.not_configured'
  | 'email.not_sent'
  | 'email.recipient_limited'
  | 'invitation.not_pending'
  | 'invitation.already_pending'
  | 'invitee.already_member'
  | 'role.not_assignable'
>;

type Quota = NonNullable<Problem['quota']>;

interface Details {
  cause?: unknown;
  /** Logto's own error code, such as `entity.not_found`; for matching here and for logs. */
  logtoCode?: string | undefined;
  /** Status of Logto's reply; none when there was no reply. */
  status?: number | undefined;
  /** Seconds. */
  retryAfter?: number | undefined;
  errors?: ProblemError[] | undefined;
  /** With `quota.exceeded`: which limit, and how much of it is used. */
  quota?: Quota | undefined;
  /** False when the request certainly never reached Logto. */
  wasSent?: boolean | undefined;
}

/** The only error that this package throws, but for the reason of a signal. Match it by `code`. */
export class ManagementApiError extends Error {
  override readonly name = 'ManagementApiError';
  readonly code: UpstreamCode;
  readonly logtoCode: string | undefined;
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;
  readonly errors: ProblemError[];
  readonly quota: Quota | undefined;
  /** False when the request certainly never reached Logto, so that a write was certainly not carried out. */
  readonly wasSent: boolean;

  constructor(code: UpstreamCode, message: string, details: Details = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.logtoCode = details.logtoCode;
    this.status = details.status;
    this.retryAfter = details.retryAfter;
    this.errors = details.errors ?? [];
    this.quota = details.quota;
    this.wasSent = details.wasSent ?? true;
  }

  /** The same failure under the code that it has in a certain call. */
  as(code: UpstreamCode): ManagementApiError {
    return new ManagementApiError(code, this.message, { ...this, cause: this });
  }
}

/** @returns whether `error` came from Logto, with `code` if one is given */
export function isManagementApiError(error: unknown, code?: UpstreamCode): error is ManagementApiError {
  return error instanceof ManagementApiError && (code === undefined || error.code === code);
}

/** Statuses that say nothing of the request itself: the credentials, the time, or the number of requests. */
const PASSING_STATUSES = new Set([401, 403, 408, 425, 429]);

/**
 * @returns whether Logto has answered that it will not do this, so that sending the same again cannot help: a 4xx about
 * the request itself. A 404 without Logto's error code comes from a proxy and is not one.
 */
export function isRefusedForGood(error: unknown): error is ManagementApiError {
  if (!isManagementApiError(error) || error.status === undefined) return false;
  const { status, logtoCode } = error;
  if (status === 404 && !logtoCode) return false;
  return status >= 400 && status < 500 && !PASSING_STATUSES.has(status);
}
