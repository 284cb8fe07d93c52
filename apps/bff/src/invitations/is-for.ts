import { normalizeEmailAddress } from '@org-portal/contract';
import type { Person } from '../access/person.ts';

/** @returns whether the invitation is to the person's own address, which Logto has verified */
export function isFor({ email }: Pick<Person, 'email'>, { invitee }: { invitee: string }): boolean {
  return email !== null && normalizeEmailAddress(email) === normalizeEmailAddress(invitee);
}
