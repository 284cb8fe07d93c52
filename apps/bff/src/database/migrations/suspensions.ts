import { sql, type Kysely, type Migration } from 'kysely';

/** People of many organizations who were suspended at once, and which of these still have an admin. */
export const suspensions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('suspension')
      .addColumn('person_id', 'text', (column) => column.primaryKey())
      .addColumn('started_by', 'jsonb', (column) => column.notNull())
      .addColumn('request_id', 'text', (column) => column.notNull())
      .addColumn('started_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
      .execute();

    await db.schema
      .createTable('suspension_check')
      .addColumn('person_id', 'text', (column) =>
        column.notNull().references('suspension.person_id').onDelete('cascade'),
      )
      .addColumn('organization_id', 'text', (column) => column.notNull())
      .addColumn('organization_name', 'text')
      .addColumn('state', 'text', (column) =>
        column
          .notNull()
          .defaultTo('waiting')
          .check(sql`state in ('waiting', 'kept', 'left', 'gone')`),
      )
      .addColumn('instance', 'integer')
      .addColumn('not_before', 'timestamptz')
      .addColumn('looks', 'integer', (column) => column.notNull().defaultTo(0))
      .addPrimaryKeyConstraint('suspension_check_key', ['person_id', 'organization_id'])
      .execute();
    await sql`create index suspension_check_open on suspension_check (state, not_before)
      where state in ('waiting', 'left')`.execute(db);
    await sql`create index suspension_check_taken on suspension_check (instance) where instance is not null`.execute(
      db,
    );
    await sql`create index suspension_check_by_organization on suspension_check (organization_id)`.execute(
      db,
    );
  },
};
