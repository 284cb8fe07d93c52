import {
  IDLE_DAYS,
  MANY_ORGANIZATIONS,
  type MembershipFlag,
  type OrganizationFlag,
} from '@org-portal/contract';
import type { TFunction } from 'i18next';

/** @returns what is odd, in words */
export const flagWords = (flag: MembershipFlag | OrganizationFlag, t: TFunction): string =>
  t(`snapshots.flags.${flag}`, { days: IDLE_DAYS, many: MANY_ORGANIZATIONS });
