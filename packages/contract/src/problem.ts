/**
 * The closed list of problem codes, each with the status it is sent with.
 * A code never changes its meaning: the web app translates them, people search for them.
 */
export const PROBLEM_STATUS = {
  'session.required': 401,
  'session.changed': 409,
  'permission.missing': 403,
  'role.above_ceiling': 403,
  'quota.exceeded': 403,
  'request.cross_site': 403,
  'resource.not_found': 404,
  'route.not_found': 404,
  'method.not_allowed': 405,
  'member.last_admin': 409,
  'person.is_self': 409,
  'invitation.not_pending': 409,
  'invitation.not_expired': 409,
  'invitation.already_pending': 409,
  'invitee.already_member': 409,
  'import.not_running': 409,
  'import.limit_reached': 409,
  'invitation.limit_reached': 409,
  'review.not_open': 409,
  'review.line_changed': 409,
  'review.not_closed': 409,
  'review.nothing_to_remove': 409,
  'review.not_reviewer': 403,
  'review.too_large': 422,
  'email.not_configured': 409,
  'idempotency.in_progress': 409,
  'idempotency.already_done': 409,
  'idempotency.outcome_unknown': 409,
  'email.not_sent': 502,
  'email.recipient_limited': 429,
  'request.too_large': 413,
  'request.unsupported_media_type': 415,
  'request.malformed': 400,
  'request.invalid': 422,
  'invitee.invalid': 422,
  'invitee.repeated': 422,
  'role.not_assignable': 422,
  'role.required': 422,
  'idempotency.mismatch': 422,
  'reason.required': 422,
  'request.rate_limited': 429,
  'webhook.refused': 401,
  'internal.error': 500,
  'sign_in.failed': 502,
  'upstream.failed': 502,
  'upstream.misconfigured': 502,
  'upstream.unexpected_response': 502,
  'session.unavailable': 503,
  'audit.unavailable': 503,
  'upstream.timeout': 504,
} as const;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** One fault of the input. `pointer` is a JSON Pointer (RFC 6901) into the body or query. */
export interface ProblemError {
  pointer: string;
  detail: string;
}

/** A reply of type `application/problem+json` (RFC 9457). `instance` is the request id. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: ProblemCode;
  errors?: ProblemError[];
  /** With `permission.missing`: which one. */
  permission?: string;
  /** With `member.last_admin`, across organizations: which one would lose its last. */
  organization?: { id: string; name: string | null };
  /** With `quota.exceeded`: which limit of Logto it is. A feature that the plan lacks has no numbers. */
  quota?: { key: string; limit?: number; usage?: number };
  /** With `email.recipient_limited`: the address that gets no more messages for now. */
  recipient?: string;
  /** With `member.last_admin`: all of those that are known. */
  organizations?: { id: string; name: string | null }[];
  /** With `review.too_large`: how many it would have, at least. */
  lines?: number;
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** @returns whether `code` is one that this version of the contract knows. */
export function isProblemCode(code: unknown): code is ProblemCode {
  return typeof code === 'string' && Object.hasOwn(PROBLEM_STATUS, code);
}
