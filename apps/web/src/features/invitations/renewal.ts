import { MAX_EXPIRY_DAYS, type Invitation } from '@org-portal/contract';

const DAY = 86_400_000;

type Ends = Pick<Invitation, 'status' | 'createdAt' | 'expiresAt'>;

/** @returns whether its message would come too late: it has expired, or does within a day. @param now milliseconds */
export function needsRenewal({ status, expiresAt }: Ends, now: number): boolean {
  return status === 'Expired' || (status === 'Pending' && Date.parse(expiresAt) - now <= DAY);
}

/** @returns until when the next one is valid: from now on as long as this one was, at least a day */
export function renewedUntil({ createdAt, expiresAt }: Ends, now: number): string {
  const span = Date.parse(expiresAt) - Date.parse(createdAt);
  return new Date(now + Math.min(Math.max(span, DAY), MAX_EXPIRY_DAYS * DAY)).toISOString();
}
