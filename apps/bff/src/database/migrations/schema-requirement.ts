import type { Kysely, Migration } from 'kysely';

/** Which migrations a program must know to run on these tables; see schema-requirements.ts. */
export const schemaRequirement: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('schema_requirement')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('migration', 'text', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .execute();
  },
};
