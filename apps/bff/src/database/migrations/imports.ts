import { sql, type Kysely, type Migration } from 'kysely';

/** Lists of people to invite, and what became of each. */
export const imports: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('import')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('organization_id', 'text', (column) => column.notNull())
      .addColumn('organization_name', 'text')
      .addColumn('name', 'text')
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .addColumn('actor_id', 'text', (column) => column.notNull())
      .addColumn('actor_name', 'text')
      .addColumn('actor_email', 'text')
      .addColumn('actor_staff_role', 'text')
      .addColumn('session', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('request_id', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) =>
        column.notNull().check(sql`status in ('Running', 'Paused', 'Finished', 'Cancelled')`),
      )
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
      .addColumn('running_since', 'timestamptz', (column) =>
        column.notNull().defaultTo(sql`clock_timestamp()`),
      )
      .addColumn('turn_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
      .addColumn('finished_at', 'timestamptz')
      .execute();

    await db.schema
      .createTable('import_row')
      .addColumn('import_id', 'text', (column) => column.notNull().references('import.id'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('invitee', 'text', (column) => column.notNull())
      .addColumn('name', 'text')
      .addColumn('roles', 'jsonb', (column) => column.notNull())
      .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
      .addColumn('state', 'text', (column) =>
        column.notNull().check(sql`state in ('waiting', 'sending', 'sent', 'failed', 'cancelled')`),
      )
      .addColumn('problem', 'text')
      .addColumn('detail', 'text')
      .addColumn('invitation_id', 'text')
      .addColumn('instance', 'integer')
      .addColumn('attempts', sql`text[]`, (column) => column.notNull().defaultTo(sql`'{}'`))
      .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('not_before', 'timestamptz')
      .addColumn('done_at', 'timestamptz')
      .addPrimaryKeyConstraint('import_row_key', ['import_id', 'number'])
      .execute();

    await db.schema
      .createIndex('import_by_organization')
      .on('import')
      .columns(['organization_id', 'created_at'])
      .execute();
    await sql`create index import_open on import (id) where finished_at is null`.execute(db);
    await db.schema
      .createIndex('import_row_by_state')
      .on('import_row')
      .columns(['import_id', 'state', 'number'])
      .execute();
    await sql`create index import_row_under_way on import_row (instance) where state = 'sending'`.execute(db);
    await sql`
      create index import_row_done on import_row (import_id, done_at) where done_at is not null
    `.execute(db);
    await db.schema.createIndex('activity_by_request').on('activity').column('request_id').execute();
  },
};
