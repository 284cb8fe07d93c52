import type { QueuedInvitation } from '@org-portal/contract';

const DAY = 86_400_000;

/**
 * @param expiresAt when an invitation that was not created would have ended
 * @param now milliseconds
 * @returns that moment; once it is over or less than a day away, as long from now on as it would have been, at least a day
 */
export function meantUntil({ time }: Pick<QueuedInvitation, 'time'>, expiresAt: string, now: number): string {
  const end = Date.parse(expiresAt);
  if (end - now >= DAY) return expiresAt;
  return new Date(now + Math.max(end - Date.parse(time), DAY)).toISOString();
}
