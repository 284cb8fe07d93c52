import { MAX_EXPIRY_DAYS } from '@org-portal/contract';
import type { DraftRow } from './draft/draft-row.ts';
import type { JudgedRow } from './draft/judge-rows.ts';
import { EXPIRY_DAYS, expiryInstant, type Expiry } from './expiry.ts';
import type { ExpiryChoice } from './invite-values.ts';

/** What the form of one row holds. */
export interface RowValues {
  address: string;
  name?: string;
  organization?: string;
  hasOwnRoles: boolean;
  /** Ids. */
  roleIds?: string[];
  hasOwnExpiry: boolean;
  expiry?: ExpiryChoice;
}

/** @returns what the form begins with; days that the form does not offer become the day on which they end */
export function startOf(row: JudgedRow, now: number): RowValues {
  const { address, name, organization, roles, roleIds, expiry } = row;
  return {
    address,
    ...(name && { name }),
    ...(organization && { organization }),
    hasOwnRoles: roles !== undefined,
    ...(roleIds && { roleIds }),
    hasOwnExpiry: expiry !== undefined,
    ...(expiry && { expiry: choiceOf(expiry, now) }),
  };
}

function choiceOf(expiry: NonNullable<DraftRow['expiry']>, now: number): ExpiryChoice {
  if ('unreadable' in expiry) return { lastDay: undefined };
  if (!('days' in expiry) || EXPIRY_DAYS.some((days) => days === expiry.days)) return expiry;
  return expiry.days > MAX_EXPIRY_DAYS
    ? { lastDay: undefined }
    : { lastDay: new Date(expiryInstant(expiry, now)) };
}

/** @returns the row as the form has it */
export function rowValues(values: RowValues, before: DraftRow): Omit<DraftRow, 'id' | 'isAddress'> {
  const {
    address,
    name = '',
    organization = before.organization,
    hasOwnRoles,
    roleIds,
    hasOwnExpiry,
    expiry,
  } = values;
  const own = hasOwnExpiry ? chosenExpiry(expiry) : undefined;
  return {
    address,
    ...(name.trim() && { name: name.trim() }),
    ...(organization?.trim() && { organization: organization.trim() }),
    ...(hasOwnRoles && roleIds && { roles: roleIds }),
    ...(own && { expiry: own }),
  };
}

function chosenExpiry(expiry: ExpiryChoice | undefined): Expiry | undefined {
  if (!expiry || 'days' in expiry) return expiry;
  return expiry.lastDay && { lastDay: expiry.lastDay };
}
