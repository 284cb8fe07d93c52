import { sql, type Kysely, type Migration } from 'kysely';

/** Which one-time token was made last for an invitation's link. */
export const joinLinkUse: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('join_link_use')
      .addColumn('invitation_id', 'text', (column) => column.primaryKey())
      .addColumn('one_time_token_id', 'text', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
      .execute();
  },
};
