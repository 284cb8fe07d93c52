import { sql, type Kysely, type Migration } from 'kysely';

/** What Logto has no place for. A row that is missing is no fault: the invitation was made elsewhere. */
export const invitationDetails: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('invitation_details')
      .addColumn('invitation_id', 'text', (column) => column.primaryKey())
      .addColumn('organization_id', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('replaces', 'text')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
      .execute();
    await db.schema
      .createIndex('invitation_details_by_replaced')
      .on('invitation_details')
      .column('replaces')
      .execute();
    await db.schema.createIndex('activity_by_target').on('activity').columns(['target_id', 'id']).execute();
  },
};
