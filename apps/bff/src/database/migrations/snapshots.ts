import { sql, type Kysely, type Migration } from 'kysely';

/** Who belonged where, with which roles, at one time. */
export const snapshots: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('snapshot')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('organization_ids', sql`text[]`)
      .addColumn('actor_id', 'text', (column) => column.notNull())
      .addColumn('actor_name', 'text')
      .addColumn('status', 'text', (column) =>
        column.notNull().check(sql`status in ('Listing', 'Reading', 'Finished', 'TooLarge', 'Cancelled')`),
      )
      .addColumn('instance', 'integer')
      .addColumn('unlisted', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
      .addColumn('finished_at', 'timestamptz')
      .execute();
    await sql`create index snapshot_open on snapshot (id) where finished_at is null`.execute(db);

    await db.schema
      .createTable('snapshot_organization')
      .addColumn('snapshot_id', 'text', (column) =>
        column.notNull().references('snapshot.id').onDelete('cascade'),
      )
      .addColumn('organization_id', 'text', (column) => column.notNull())
      .addColumn('name', 'text')
      .addColumn('state', 'text', (column) =>
        column.notNull().check(sql`state in ('waiting', 'reading', 'read', 'gone')`),
      )
      .addColumn('next_page', 'integer', (column) => column.notNull().defaultTo(1))
      .addColumn('pass', 'integer', (column) => column.notNull().defaultTo(1))
      .addColumn('members', 'integer')
      .addColumn('instance', 'integer')
      .addColumn('read_at', 'timestamptz')
      .addPrimaryKeyConstraint('snapshot_organization_key', ['snapshot_id', 'organization_id'])
      .execute();
    await sql`
      create index snapshot_organization_open on snapshot_organization (state, next_page)
      where state in ('waiting', 'reading')
    `.execute(db);

    await db.schema
      .createTable('snapshot_membership')
      .addColumn('snapshot_id', 'text', (column) => column.notNull())
      .addColumn('organization_id', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('name', 'text')
      .addColumn('email', 'text')
      .addColumn('username', 'text')
      .addColumn('last_sign_in_at', 'timestamptz')
      .addColumn('is_suspended', 'boolean', (column) => column.notNull())
      .addColumn('role_ids', sql`text[]`, (column) => column.notNull())
      .addPrimaryKeyConstraint('snapshot_membership_key', ['snapshot_id', 'organization_id', 'user_id'])
      .addForeignKeyConstraint(
        'snapshot_membership_organization',
        ['snapshot_id', 'organization_id'],
        'snapshot_organization',
        ['snapshot_id', 'organization_id'],
        (constraint) => constraint.onDelete('cascade'),
      )
      .execute();
    await db.schema
      .createIndex('snapshot_membership_by_person')
      .on('snapshot_membership')
      .columns(['snapshot_id', 'user_id'])
      .execute();

    await db.schema
      .createTable('snapshot_role')
      .addColumn('snapshot_id', 'text', (column) =>
        column.notNull().references('snapshot.id').onDelete('cascade'),
      )
      .addColumn('role_id', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('is_admin', 'boolean', (column) => column.notNull())
      .addPrimaryKeyConstraint('snapshot_role_key', ['snapshot_id', 'role_id'])
      .execute();
  },
};
