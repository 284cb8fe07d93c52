import { MAX_EXPIRY_DAYS } from '@org-portal/contract';
import type { TFunction } from 'i18next';
import { isPossibleLastDay } from './expiry.ts';
import type { ExpiryChoice } from './invite-values.ts';

/** @returns what is wrong with the expiry, if anything */
export function expiryFault(expiry: ExpiryChoice, now: number, t: TFunction): string | undefined {
  if ('days' in expiry) return undefined;
  if (!expiry.lastDay) return t('invitations.lastDayMissing');
  return isPossibleLastDay(expiry.lastDay, now)
    ? undefined
    : t('invitations.lastDayWrong', { max: MAX_EXPIRY_DAYS });
}
