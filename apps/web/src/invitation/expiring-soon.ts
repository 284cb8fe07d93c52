import { EXPIRING_HOURS, type Invitation } from '@org-portal/contract';

/** An invitation that ends within this time is worth another look. */
const SOON = EXPIRING_HOURS * 3_600_000;

/** @param now milliseconds */
export function isExpiringSoon(
  { status, expiresAt }: Pick<Invitation, 'status' | 'expiresAt'>,
  now: number,
): boolean {
  return status === 'Pending' && Date.parse(expiresAt) - now <= SOON;
}
