import { MAX_INVITEES } from '@org-portal/contract';
import type { TFunction } from 'i18next';
import type { Invitee } from './invitees.ts';

/** @returns what keeps the list from being sent, if anything; single invalid entries do not */
export function inviteesFault(invitees: readonly Invitee[], t: TFunction): string | undefined {
  const count = invitees.filter(({ isValid }) => isValid).length;
  if (count === 0) return t('invitations.addressesMissing');
  return count > MAX_INVITEES
    ? t('invitations.tooMany', { count: count - MAX_INVITEES, max: MAX_INVITEES })
    : undefined;
}
