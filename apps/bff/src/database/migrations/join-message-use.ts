import { sql, type Kysely, type Migration } from 'kysely';

/** Which invitation messages have been used to sign in. */
export const joinMessageUse: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('join_message_use')
      .addColumn('message', 'text', (column) => column.primaryKey())
      .addColumn('invitation_id', 'text', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
      .execute();
  },
};
