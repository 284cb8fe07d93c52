import { sql, type Kysely, type Migration } from 'kysely';

/** Reviews of who holds which role. Nothing of one that was closed changes: the triggers refuse it. */
export const accessReviews: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('access_review')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('organization_ids', sql`text[]`)
      .addColumn('role_ids', sql`text[]`)
      .addColumn('reviewers', 'jsonb', (column) => column.notNull())
      .addColumn('due_at', 'timestamptz', (column) => column.notNull())
      .addColumn('status', 'text', (column) =>
        column.notNull().check(sql`status in ('Preparing', 'TooLarge', 'Open', 'Closed', 'Cancelled')`),
      )
      .addColumn('snapshot_id', 'text')
      .addColumn('lines', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('gone', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('previous_id', 'text', (column) => column.references('access_review.id'))
      .addColumn('created_by', 'jsonb', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
      .addColumn('opened_at', 'timestamptz')
      .addColumn('closed_by', 'jsonb')
      .addColumn('closed_at', 'timestamptz')
      .execute();
    await sql`create index access_review_preparing on access_review (snapshot_id) where status = 'Preparing'`.execute(
      db,
    );

    await db.schema
      .createTable('access_review_line')
      .addColumn('review_id', 'text', (column) => column.notNull().references('access_review.id'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('organization_id', 'text', (column) => column.notNull())
      .addColumn('organization_name', 'text')
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('user_name', 'text')
      .addColumn('email', 'text')
      .addColumn('username', 'text')
      .addColumn('last_sign_in_at', 'timestamptz')
      .addColumn('is_suspended', 'boolean', (column) => column.notNull())
      .addColumn('role_id', 'text')
      .addColumn('role_name', 'text')
      .addColumn('decision', 'text', (column) => column.check(sql`decision in ('keep', 'remove')`))
      .addColumn('note', 'text')
      .addColumn('decided_by', 'jsonb')
      .addColumn('decided_at', 'timestamptz')
      .addColumn('version', 'integer', (column) => column.notNull().defaultTo(0))
      .addPrimaryKeyConstraint('access_review_line_key', ['review_id', 'number'])
      .execute();
    await db.schema
      .createIndex('access_review_line_by_decision')
      .on('access_review_line')
      .columns(['review_id', 'decision', 'number'])
      .execute();
    await db.schema
      .createIndex('access_review_line_by_holder')
      .on('access_review_line')
      .columns(['review_id', 'organization_id', 'user_id', 'role_id'])
      .execute();

    // Of a line both reviews count: the one that it is taken from, and the one that it is put into.
    await sql`
      create function closed_review_stays() returns trigger language plpgsql as $$
      begin
        if tg_op = 'TRUNCATE' then
          raise exception 'reviews are never emptied' using errcode = 'integrity_constraint_violation';
        end if;
        if exists (
          select from access_review where closed_at is not null and id in (
            case when tg_op <> 'INSERT' then to_jsonb(old)->>tg_argv[0] end,
            case when tg_op <> 'DELETE' then to_jsonb(new)->>tg_argv[0] end
          )
        ) then
          raise exception 'a closed review does not change' using errcode = 'integrity_constraint_violation';
        end if;
        if tg_op = 'DELETE' then return old; end if;
        return new;
      end
      $$
    `.execute(db);
    const triggers = [
      ['access_review', 'id'],
      ['access_review_line', 'review_id'],
    ] as const;
    for (const [table, key] of triggers) {
      await sql`
        create trigger closed_review_stays before insert or update or delete on ${sql.table(table)}
        for each row execute function closed_review_stays(${sql.lit(key)})
      `.execute(db);
      await sql`
        create trigger review_is_never_emptied before truncate on ${sql.table(table)}
        for each statement execute function closed_review_stays()
      `.execute(db);
    }
  },
};
