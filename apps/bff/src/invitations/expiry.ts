import { MAX_EXPIRY_DAYS } from '@org-portal/contract';
import type { LogtoInvitation } from '@org-portal/management-api';
import { Problem } from '../problem/problem.ts';

const DAY = 86_400_000;
const DEFAULT_DAYS = 7;

/** What an expiry must be, in words. */
export const EXPIRY_RANGE = `must be in the future, at most ${MAX_EXPIRY_DAYS} days from now`;

/** @returns whether an invitation may be valid until then */
export function isExpiryInRange(expiresAt: Date): boolean {
  const life = expiresAt.getTime() - Date.now();
  return life > 0 && life <= MAX_EXPIRY_DAYS * DAY;
}

/** @throws Problem `request.invalid` for a moment that is over, or too far away */
export function requireExpiry(text: string): Date {
  const expiresAt = new Date(text);
  if (!isExpiryInRange(expiresAt)) {
    throw new Problem('request.invalid', `expiresAt ${EXPIRY_RANGE}`, {
      errors: [{ pointer: '/expiresAt', detail: EXPIRY_RANGE }],
    });
  }
  return expiresAt;
}

/** @returns whether a message about it would come too late: it has expired, or does within a day */
export const needsRenewal = ({ expiresAt }: Pick<LogtoInvitation, 'expiresAt'>): boolean =>
  expiresAt - Date.now() <= DAY;

/** @returns until when one that takes its place is valid: from now on as long as it was, at least a day */
export function renewedExpiry({ createdAt, expiresAt }: LogtoInvitation): Date {
  const span = expiresAt - createdAt;
  const life = span > 0 ? Math.min(Math.max(span, DAY), MAX_EXPIRY_DAYS * DAY) : DEFAULT_DAYS * DAY;
  return new Date(Date.now() + life);
}
