import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Keeps searches of 500,000 addresses quick: what was added lately is looked through one by one, so little of it may pile
 * up; and parallel workers take longer to start than the search takes.
 */
export const invitationIndexSearch: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter index invitation_index_by_gram set (gin_pending_list_limit = 256)`.execute(db);
    await sql`alter function invitation_index_grams(text) parallel restricted`.execute(db);
  },
};
