import type { Kysely, Migration } from 'kysely';

/** Written again and again, to see that it can be; see require-writable.ts. */
export const writeCheck: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.createTable('write_check').addColumn('filler', 'text').execute();
  },
};
