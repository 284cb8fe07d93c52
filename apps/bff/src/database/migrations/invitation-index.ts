import { sql, type Kysely, type Migration } from 'kysely';

/**
 * The invitations of all organizations as Logto had them when each was last read, so that no request needs the tenant's
 * whole list. The three-letter parts of an address are indexed by a function of our own: `pg_trgm` may be missing.
 */
export const invitationIndex: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('invitation_index')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('organization_id', 'text', (column) => column.notNull())
      .addColumn('inviter_id', 'text')
      .addColumn('accepted_user_id', 'text')
      .addColumn('invitee', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) =>
        column.notNull().check(sql`status in ('Pending', 'Accepted', 'Revoked')`),
      )
      .addColumn('roles', 'jsonb', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
      .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
      .addColumn('as_of', 'timestamptz', (column) => column.notNull())
      .addColumn('is_deleted', 'boolean', (column) => column.notNull().defaultTo(false))
      .addColumn('is_current', 'boolean', (column) => column.notNull().defaultTo(true))
      .addColumn('is_last', 'boolean', (column) => column.notNull().defaultTo(true))
      .execute();
    await db.schema
      .createTable('invitation_index_organization')
      .addColumn('organization_id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text')
      .addColumn('read_at', 'timestamptz')
      .addColumn('written_at', 'timestamptz')
      .addColumn('due_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
      .addColumn('invitations', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createTable('invitation_index_state')
      .addColumn('is_only', 'boolean', (column) =>
        column
          .primaryKey()
          .defaultTo(true)
          .check(sql`is_only`),
      )
      .addColumn('instance', 'integer')
      .addColumn('listed_at', 'timestamptz')
      .addColumn('list_due_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
      .execute();
    await sql`insert into invitation_index_state default values`.execute(db);

    await sql`
      create function invitation_index_grams(address text) returns text[]
      language sql immutable strict parallel safe
      as 'select array(select substr(address, start, 3) from generate_series(1, length(address) - 2) as start)'
    `.execute(db);
    await sql`
      create index invitation_index_by_gram on invitation_index using gin (invitation_index_grams(address))
    `.execute(db);
    await sql`
      create index invitation_index_open on invitation_index (expires_at, id)
      include (created_at, organization_id, inviter_id, is_last)
      where status = 'Pending' and is_current
    `.execute(db);
    await sql`
      create index invitation_index_newest on invitation_index (created_at) where is_current
    `.execute(db);
    await sql`
      create index invitation_index_accepted on invitation_index (updated_at) where status = 'Accepted' and is_current
    `.execute(db);
    for (const columns of [
      ['organization_id', 'id'],
      ['address', 'organization_id'],
      ['inviter_id', 'expires_at'],
      ['accepted_user_id'],
    ])
      await db.schema
        .createIndex(`invitation_index_by_${columns[0]}`)
        .on('invitation_index')
        .columns(columns)
        .execute();
    await sql`create index invitation_index_due on invitation_index_organization (due_at)`.execute(db);
  },
};
