import { isManagementApiError, type ManagementApiError, type UpstreamCode } from '@org-portal/management-api';
import type { FastifyError } from 'fastify';
import { DatabaseUnavailable } from '../database/unavailable.ts';
import { Problem, notFound } from './problem.ts';

/** What a person is told: what happened and what to do, in the portal's words. Logto's may tell of its inside. */
export const UPSTREAM_DETAILS: Record<UpstreamCode, string> = {
  'upstream.misconfigured': 'Logto refuses the credentials of the portal. Tell the operator of the portal.',
  'upstream.failed': 'Logto could not be reached or failed. Try again in a moment.',
  'upstream.timeout': 'Logto did not answer in time. Try again in a moment.',
  'upstream.unexpected_response': 'Logto answered with something that the portal does not understand.',
  'resource.not_found': 'There is nothing here, or nothing for you.',
  'request.rate_limited': 'Logto takes no more of this for now. Try again later.',
  'email.not_configured':
    'Logto has no e-mail connector, so nothing was sent. Set one up in Logto, then try again.',
  'email.not_sent':
    'The mail server of Logto did not take the message, so nothing was sent and nothing created. Try again in a few minutes. ' +
    'If it happens again, tell the operator of the portal to check the e-mail connector in Logto.',
  'email.recipient_limited':
    'Logto sends at most 10 messages to one address in 10 minutes, so nothing was sent. Try again in 10 minutes.',
  'quota.exceeded': 'The plan of this Logto tenant has no room for more. Tell the operator of the portal.',
  'request.invalid': 'Logto does not take this.',
  'invitation.not_pending': 'This invitation is not pending any more.',
  'invitation.already_pending': 'An invitation to this address is pending.',
  'invitee.already_member': 'Somebody with this address is a member already.',
  'role.not_assignable': 'There is no such role for people.',
};

/** Translates whatever was thrown into the problem that the browser gets. The cause is kept for the log. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isManagementApiError(error)) return fromUpstream(error);
  if (error instanceof DatabaseUnavailable) {
    const detail = 'The database of the portal cannot be used. Try again in a moment.';
    return new Problem('audit.unavailable', detail, { cause: error });
  }
  if (isFastifyError(error)) return fromFastify(error);
  return new Problem('internal.error', 'Something went wrong in the portal.', { cause: error });
}

function fromUpstream(error: ManagementApiError): Problem {
  const { code, errors, quota } = error;
  return new Problem(code, detailOf(error), { cause: error, errors, quota, retryAfter: retryAfterOf(error) });
}

function detailOf({ code, quota }: ManagementApiError): string {
  if (!quota) return UPSTREAM_DETAILS[code];
  const { key, limit, usage } = quota;
  const numbers = limit === undefined ? '' : ` of ${limit}, ${usage ?? limit} used`;
  return `${UPSTREAM_DETAILS[code]} The limit is ${key}${numbers}.`;
}

function retryAfterOf({ code, retryAfter }: ManagementApiError): number | undefined {
  if (code === 'request.rate_limited') return retryAfter ?? 10;
  return code === 'email.recipient_limited' ? retryAfter : undefined;
}

function fromFastify(error: FastifyError): Problem {
  if (error.validation) {
    // An id that no entity can have is no worse than one that none has.
    if (error.validationContext === 'params') return notFound();
    return new Problem('request.invalid', error.message, {
      errors: error.validation.map((fault) => ({
        pointer: `${fault.instancePath}${missingProperty(fault.params)}`,
        detail: fault.message ?? 'is not valid',
      })),
    });
  }
  if (error.code === 'FST_ERR_BAD_URL')
    return new Problem('request.malformed', 'The address cannot be read.');
  if (error.code === 'FST_ERR_MAX_PARAM_LENGTH') return notFound();
  if (error.statusCode === 413)
    return new Problem('request.too_large', 'The request is larger than this takes.');
  if (error.statusCode === 415)
    return new Problem('request.unsupported_media_type', 'Send application/json.');
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new Problem('request.malformed', error.message, { cause: error });
  }
  return new Problem('internal.error', 'Something went wrong in the portal.', { cause: error });
}

function missingProperty(params: Record<string, unknown>): string {
  return typeof params['missingProperty'] === 'string' ? `/${params['missingProperty']}` : '';
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && ('validation' in error || ('code' in error && 'statusCode' in error));
}
