import { MAX_EXPIRY_DAYS } from '@org-portal/contract';

/** Days that the form offers; another end is chosen as a date. */
export const EXPIRY_DAYS = [1, 7, 30] as const;
export const DEFAULT_EXPIRY_DAYS = 7;

const DAY = 86_400_000;

/** How long an invitation is to be valid: days of 24 hours from now, or up to the end of a day. */
export type Expiry = { days: number } | { lastDay: Date };

/**
 * @param now milliseconds
 * @returns RFC 3339, UTC
 */
export function expiryInstant(expiry: Expiry, now: number): string {
  const end = 'days' in expiry ? now + expiry.days * DAY : endOfDay(expiry.lastDay);
  return new Date(end).toISOString();
}

/** @returns whether an invitation can be valid up to the end of this day: it has an end to come, and not too far off */
export function isPossibleLastDay(day: Date, now: number): boolean {
  const end = endOfDay(day);
  return end > now && end <= now + MAX_EXPIRY_DAYS * DAY;
}

/**
 * The last millisecond of the day in the local zone. Counted back from the next day's first one, because clocks
 * that change at midnight leave a day without its 0:00, or with two of its 23:59.
 */
function endOfDay(day: Date): number {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime() - 1;
}
