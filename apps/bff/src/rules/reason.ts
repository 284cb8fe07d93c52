import type { IncomingHttpHeaders } from 'node:http';
import {
  MAX_REASON_LENGTH,
  MIN_REASON_LENGTH,
  REASON_HEADER,
  visibleLength,
  type Access,
} from '@org-portal/contract';
import { Problem } from '../problem/problem.ts';

/**
 * @returns why staff make this change; an empty string from people who need not say
 * @throws Problem `reason.required` when support gives none, or one that says nothing
 */
export function readReason(headers: IncomingHttpHeaders, access: Pick<Access, 'isReasonRequired'>): string {
  const reason = decode(headers[REASON_HEADER]);
  if (!access.isReasonRequired) return reason.slice(0, MAX_REASON_LENGTH);
  if (visibleLength(reason) < MIN_REASON_LENGTH || reason.length > MAX_REASON_LENGTH) {
    throw new Problem(
      'reason.required',
      `Say why, in ${MIN_REASON_LENGTH} to ${MAX_REASON_LENGTH} characters (header ${REASON_HEADER}).`,
      { errors: [{ pointer: '/reason', detail: `${MIN_REASON_LENGTH} to ${MAX_REASON_LENGTH} characters` }] },
    );
  }
  return reason;
}

function decode(value: string | string[] | undefined): string {
  try {
    return typeof value === 'string'
      ? decodeURIComponent(value)
          .replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ')
          .trim()
      : '';
  } catch {
    return '';
  }
}
