import { sql, type Kysely, type Migration } from 'kysely';

/** So that what an invitation was replaced by, and what was tried with it, is found without reading all. */
export const following: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create index invitation_details_replacing on invitation_details (organization_id)
      where replaces is not null
    `.execute(db);
    await sql`
      create index activity_by_replaced on activity ((before ->> 'invitationId'))
      where before ->> 'invitationId' is not null
    `.execute(db);
    await sql`
      create index activity_unsent on activity (time) where outcome = 'failed' and target_type = 'invitation'
    `.execute(db);
  },
};
