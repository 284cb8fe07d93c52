import { MAX_EXPIRY_DAYS, type Invitation } from '@org-portal/contract';

const DAY = 86_400_000;

type Ends = Pick<Invitation, 'status' | 'createdAt' | 'expiresAt'>;

/** @returns whether sending it again renews it: it has expired, or does within a day. @param now milliseconds */
export function isRenewedByResending({ status, expiresAt }: Ends, now: number): boolean {
  return status === 'Expired' || (status === 'Pending' && Date.parse(expiresAt) - now <= DAY);
}

/**
 * @returns whether it is renewed rather than sent again: it has expired, or is in its last day; of one that is valid for
 * less than two days, in its second half
 */
export function isRenewalDue({ status, createdAt, expiresAt }: Ends, now: number): boolean {
  const [start, end] = [Date.parse(createdAt), Date.parse(expiresAt)];
  return status === 'Expired' || (status === 'Pending' && end - now <= Math.min(DAY, (end - start) / 2));
}

/** @returns until when the next one is valid: from now on as long as this one was, at least a day */
export function renewedUntil({ createdAt, expiresAt }: Ends, now: number): string {
  const span = Date.parse(expiresAt) - Date.parse(createdAt);
  return new Date(now + Math.min(Math.max(span, DAY), MAX_EXPIRY_DAYS * DAY)).toISOString();
}
