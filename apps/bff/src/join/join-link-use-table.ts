import type { Generated } from 'kysely';

/** The last use of an invitation's link to sign in. */
export interface JoinLinkUseTable {
  invitation_id: string;
  one_time_token_id: string;
  created_at: Generated<Date>;
}
