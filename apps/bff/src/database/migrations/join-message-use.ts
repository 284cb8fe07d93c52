import { sql, type Kysely, type Migration } from 'kysely';

/** Which invitation messages have been used to sign in. */
export const joinMessageUse: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('join_message_use')
      // It was recorded in `kysely_migration` for a while, so a database between two releases may have it.
      .ifNotExists()
      .addColumn('message', 'text', (column) => column.primaryKey())
      .addColumn('invitation_id', 'text', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
      .execute();
  },
};
