import { MAX_EXPIRY_DAYS } from '@org-portal/contract';

const DAY = 86_400_000;

/** What an expiry must be, in words. */
export const EXPIRY_RANGE = `must be in the future, at most ${MAX_EXPIRY_DAYS} days from now`;

/** @returns whether an invitation may be valid until then */
export function isExpiryInRange(expiresAt: Date): boolean {
  const life = expiresAt.getTime() - Date.now();
  return life > 0 && life <= MAX_EXPIRY_DAYS * DAY;
}
