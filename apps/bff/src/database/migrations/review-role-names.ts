import { sql, type Kysely, type Migration } from 'kysely';

/** What the roles of a review were called when it was begun; of reviews begun before, nobody knows. */
export const reviewRoleNames: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('access_review')
      .addColumn('role_names', 'jsonb', (column) => column.notNull().defaultTo(sql`'[]'`))
      .execute();
  },
};
