import type { LogtoUser } from '@org-portal/management-api';
import type { Change } from '../record/change.ts';

/** Tells the change whom it is about, by the name that the record keeps. */
export function named({ target }: Change, user: LogtoUser): void {
  target.name = user.name ?? user.username ?? user.primaryEmail;
}
