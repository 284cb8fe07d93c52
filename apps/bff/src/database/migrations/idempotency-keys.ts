import { sql, type Kysely, type Migration } from 'kysely';

/** Changes that browsers named by a key, with the answers that were given. */
export const idempotencyKeys: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('idempotency_key')
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('request_id', 'text', (column) => column.notNull())
      .addColumn('instance', 'integer', (column) => column.notNull())
      .addColumn('status', 'integer')
      .addColumn('reply', 'text')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
      .addPrimaryKeyConstraint('idempotency_key_pkey', ['owner', 'key'])
      .execute();
    await db.schema
      .createIndex('idempotency_key_created_at')
      .on('idempotency_key')
      .column('created_at')
      .execute();
  },
};
