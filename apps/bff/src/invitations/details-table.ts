import type { Language } from '@org-portal/contract';
import type { Generated } from 'kysely';

/** What the portal knows of an invitation that Logto does not. */
export interface InvitationDetailsTable {
  invitation_id: string;
  organization_id: string;
  /** Of its messages. */
  language: Language;
  /** Id of the invitation that this one was made in place of. */
  replaces: string | null;
  created_at: Generated<Date>;
}
