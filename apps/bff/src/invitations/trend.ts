import { TREND_DAYS, type InvitationTrend } from '@org-portal/contract';
import type { LogtoInvitation } from '@org-portal/management-api';

const DAY = 86_400_000;

export type TrendDay = InvitationTrend['days'][number];

/** @param now milliseconds @returns the last days, in UTC, without anything on them */
export function emptyTrend(now = Date.now()): TrendDay[] {
  const back = Array.from({ length: TREND_DAYS }, (_, index) => TREND_DAYS - 1 - index);
  return back.map((days) => ({ day: dayOf(now - days * DAY), sent: 0, accepted: 0, expired: 0 }));
}

/**
 * @param now milliseconds
 * @returns what was sent, accepted, and expired on each of the last days, in UTC
 */
export function trendOf(invitations: readonly LogtoInvitation[], now = Date.now()): TrendDay[] {
  const days = new Map(emptyTrend(now).map((one) => [one.day, one]));
  const count = (moment: number, what: 'sent' | 'accepted' | 'expired') => {
    const day = days.get(dayOf(moment));
    if (day) day[what] += 1;
  };
  for (const { createdAt, updatedAt, expiresAt, status } of invitations) {
    count(createdAt, 'sent');
    if (status === 'Accepted') count(updatedAt, 'accepted');
    if (status === 'Expired') count(expiresAt, 'expired');
  }
  return [...days.values()];
}

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
