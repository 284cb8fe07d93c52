import type { Kysely, Migration } from 'kysely';

/** Who continued or retried an import last, in whose name as well its rows are sent. */
export const importContinuedBy: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('import').addColumn('continued_by', 'jsonb').execute();
  },
};
