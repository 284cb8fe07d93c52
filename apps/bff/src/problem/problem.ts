import {
  PROBLEM_STATUS,
  type Permission,
  type StaffRight,
  type Problem as ProblemBody,
  type ProblemCode,
  type ProblemError,
} from '@org-portal/contract';

interface Extras {
  errors?: ProblemError[] | undefined;
  permission?: Permission | StaffRight;
  organization?: ProblemBody['organization'];
  organizations?: ProblemBody['organizations'];
  lines?: number;
  quota?: ProblemBody['quota'];
  recipient?: string;
  /** Seconds, sent as `Retry-After`. */
  retryAfter?: number | undefined;
  cause?: unknown;
}

/** A refusal that the BFF means; everything else that is thrown becomes `internal.error`. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly errors: ProblemError[] | undefined;
  readonly permission: Permission | StaffRight | undefined;
  readonly organization: ProblemBody['organization'];
  readonly organizations: ProblemBody['organizations'];
  readonly lines: number | undefined;
  readonly quota: ProblemBody['quota'];
  readonly recipient: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, detail: string, extras: Extras = {}) {
    super(detail, { cause: extras.cause });
    this.code = code;
    this.errors = extras.errors;
    this.permission = extras.permission;
    this.organization = extras.organization;
    this.organizations = extras.organizations;
    this.lines = extras.lines;
    this.quota = extras.quota;
    this.recipient = extras.recipient;
    this.retryAfter = extras.retryAfter;
  }

  get status(): number {
    return PROBLEM_STATUS[this.code];
  }

  /** @param instance the request id */
  toBody(instance: string): ProblemBody {
    return {
      type: `urn:org-portal:problem:${this.code}`,
      title: TITLES[this.code],
      status: this.status,
      detail: this.message,
      instance,
      code: this.code,
      ...(this.errors && this.errors.length > 0 ? { errors: this.errors } : {}),
      ...(this.permission ? { permission: this.permission } : {}),
      ...(this.organization ? { organization: this.organization } : {}),
      ...(this.quota ? { quota: this.quota } : {}),
      ...(this.recipient ? { recipient: this.recipient } : {}),
      ...(this.organizations ? { organizations: this.organizations } : {}),
      ...(this.lines === undefined ? {} : { lines: this.lines }),
    };
  }
}

/** The one answer for whatever does not exist or must not be known to exist. */
export const notFound = () => new Problem('resource.not_found', 'There is nothing here, or nothing for you.');

const TITLES: Record<ProblemCode, string> = {
  'invitation.not_expired': 'Invitation not expired',
  'session.required': 'Sign in first',
  'session.changed': 'Somebody else is signed in',
  'permission.missing': 'Permission missing',
  'role.above_ceiling': 'Role above your own',
  'quota.exceeded': 'Plan limit reached',
  'request.cross_site': 'Request from another site',
  'resource.not_found': 'Not found',
  'route.not_found': 'No such path',
  'method.not_allowed': 'Method not allowed',
  'member.last_admin': 'Last admin',
  'person.is_self': 'Yourself',
  'invitation.not_pending': 'Invitation not pending',
  'invitation.already_pending': 'Already invited',
  'invitee.already_member': 'Already a member',
  'import.not_running': 'Not possible in this status',
  'import.limit_reached': 'Too many imports at once',
  'invitation.limit_reached': 'Too many invitations',
  'review.not_open': 'The review is not open',
  'review.line_changed': 'Decided by somebody else',
  'review.not_reviewer': 'Not a reviewer',
  'review.too_large': 'Too many lines',
  'review.not_closed': 'The review is not closed',
  'review.nothing_to_remove': 'Nothing was marked for removal',
  'email.not_configured': 'E-mail not configured',
  'email.not_sent': 'Message not sent',
  'email.recipient_limited': 'Too many messages to this address',
  'request.too_large': 'Request too large',
  'request.unsupported_media_type': 'Unsupported media type',
  'request.malformed': 'Request malformed',
  'request.invalid': 'Request invalid',
  'invitee.invalid': 'Not an e-mail address',
  'invitee.repeated': 'In the list already',
  'role.not_assignable': 'Role not assignable',
  'role.required': 'Role required',
  'reason.required': 'Reason required',
  'request.rate_limited': 'Too many requests',
  'webhook.refused': 'Webhook refused',
  'idempotency.in_progress': 'Still under way',
  'idempotency.already_done': 'Already done',
  'idempotency.outcome_unknown': 'Outcome unknown',
  'idempotency.mismatch': 'Key used for another request',
  'internal.error': 'Internal error',
  'sign_in.failed': 'Sign-in failed',
  'upstream.failed': 'Logto cannot be reached',
  'upstream.misconfigured': 'Portal misconfigured',
  'upstream.unexpected_response': 'Unexpected reply from Logto',
  'session.unavailable': 'Sessions unavailable',
  'audit.unavailable': 'Record unavailable',
  'upstream.timeout': 'Logto takes too long',
};
