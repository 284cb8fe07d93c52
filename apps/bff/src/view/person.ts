import type { Account, PersonState } from '@org-portal/contract';
import type { LogtoUser } from '@org-portal/management-api';
import { toDateTime } from './date-time.ts';

/** An account as staff see it: with its telephone number, which nobody else is shown. */
export function toAccount(user: LogtoUser): Account {
  return {
    id: user.id,
    name: user.name,
    username: user.username,
    email: user.primaryEmail,
    phone: user.primaryPhone,
    avatar: user.avatar,
    lastSignInAt: user.lastSignInAt === null ? null : toDateTime(user.lastSignInAt),
    createdAt: toDateTime(user.createdAt),
  };
}

export const stateOf = ({ isSuspended }: LogtoUser): PersonState => (isSuspended ? 'suspended' : 'active');
