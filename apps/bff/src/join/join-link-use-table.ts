import type { Generated } from 'kysely';

/** Links that were used to sign in before messages had an id. */
export interface JoinLinkUseTable {
  invitation_id: string;
  one_time_token_id: string;
  created_at: Generated<Date>;
}

/** Messages that were used to sign in, each once. */
export interface JoinMessageUseTable {
  message: string;
  invitation_id: string;
  created_at: Generated<Date>;
}
