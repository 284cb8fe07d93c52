import { header, type Reply } from './exchange.ts';
import { ManagementApiError, type UpstreamCode } from './errors.ts';

interface LogtoError {
  code?: string;
  message?: string;
  data?: {
    issues?: { path?: (string | number)[]; message?: string }[];
    key?: unknown;
    limit?: unknown;
    usage?: unknown;
  };
}

/** Seconds: Logto sends 10 messages to one recipient in 10 minutes, and no `Retry-After` (recording mail-trouble). */
const RECIPIENT_REST = 600;

/** Translates a reply that is no success, by the table "Errors" of the design. */
export function translate(call: string, reply: Reply): ManagementApiError {
  const body = parse(reply.text);
  const message = body.message ?? `${call}: Logto answered ${reply.status}`;
  const code = codeFor(reply.status, body.code);
  return new ManagementApiError(code, message, {
    status: reply.status,
    logtoCode: body.code,
    retryAfter: retryAfter(reply) ?? (code === 'email.recipient_limited' ? RECIPIENT_REST : undefined),
    quota: code === 'quota.exceeded' ? quotaOf(body) : undefined,
    errors: body.data?.issues?.map((issue) => ({
      pointer: (issue.path ?? []).map((step) => `/${step}`).join(''),
      detail: issue.message ?? message,
    })),
  });
}

function codeFor(status: number, logtoCode = ''): UpstreamCode {
  if (logtoCode === 'connector.not_found') return 'email.not_configured';
  if (logtoCode === 'request.message_rate_limited') return 'email.recipient_limited';
  // The connector could not deliver a message, and nothing was created (recording mail-trouble).
  if (logtoCode.startsWith('connector.')) return 'email.not_sent';
  // `subscription.` of the plan, `system_limit.` of Logto Cloud itself.
  if (logtoCode.endsWith('.limit_exceeded')) return 'quota.exceeded';
  if (status === 401 || status === 403) return 'upstream.misconfigured';
  // Logto names what it does not have. A 404 without a name is somebody else's, such as of a proxy without a Logto.
  if (status === 404) return logtoCode ? 'resource.not_found' : 'upstream.unexpected_response';
  if (status === 400 || status === 409 || status === 413 || status === 422) return 'request.invalid';
  if (status === 429) return 'request.rate_limited';
  return status >= 500 ? 'upstream.failed' : 'upstream.unexpected_response';
}

function quotaOf({ data: { key, limit, usage } = {} }: LogtoError): ManagementApiError['quota'] {
  if (typeof key !== 'string') return undefined;
  return {
    key,
    ...(typeof limit === 'number' && { limit }),
    ...(typeof usage === 'number' && { usage }),
  };
}

function parse(text: string): LogtoError {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}

/** @returns seconds, from either form of the header (RFC 9110, 10.2.3); a date is compared with Logto's own clock */
export function retryAfter(reply: Reply): number | undefined {
  const value = header(reply, 'retry-after');
  if (value === undefined) return undefined;
  const now = Date.parse(header(reply, 'date') ?? '') || Date.now();
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}
