import { sql, type Kysely, type Migration } from 'kysely';

/** The record of changes, append-only: the trigger lets a row be completed, and refuses whatever else there is. */
export const activity: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('activity')
      .addColumn('id', 'bigint', (column) => column.generatedAlwaysAsIdentity().primaryKey())
      .addColumn('time', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
      .addColumn('instance', 'integer', (column) => column.notNull())
      .addColumn('actor_id', 'text', (column) => column.notNull())
      .addColumn('actor_name', 'text')
      .addColumn('actor_email', 'text')
      .addColumn('actor_staff_role', 'text')
      .addColumn('session', 'text', (column) => column.notNull())
      .addColumn('organization_id', 'text')
      .addColumn('organization_name', 'text')
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('target_type', 'text', (column) => column.notNull())
      .addColumn('target_id', 'text')
      .addColumn('target_name', 'text')
      .addColumn('before', 'jsonb')
      .addColumn('after', 'jsonb')
      .addColumn('reason', 'text')
      .addColumn('request_id', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) =>
        column.notNull().check(sql`outcome in ('attempted', 'succeeded', 'failed', 'refused', 'unknown')`),
      )
      .addColumn('problem', 'text')
      .addColumn('completed_at', 'timestamptz')
      .addColumn('settled_at', 'timestamptz')
      .execute();

    await db.schema
      .createIndex('activity_by_organization')
      .on('activity')
      .columns(['organization_id', 'id'])
      .execute();
    await db.schema.createIndex('activity_by_actor').on('activity').columns(['actor_id', 'id']).execute();
    await sql`
      create index activity_open on activity (id)
      where outcome = 'attempted' or (outcome = 'unknown' and settled_at is null)
    `.execute(db);

    // `to_jsonb` minus what completing may set: a column that is added later is protected without a word here.
    await sql`
      create function activity_only_completes() returns trigger language plpgsql as $$
      declare
        open constant text[] := array['outcome', 'problem', 'completed_at', 'settled_at', 'target_id'];
      begin
        if tg_op = 'UPDATE'
          and old.outcome in ('attempted', 'unknown')
          and new.outcome in ('succeeded', 'failed', 'unknown')
          and (old.target_id is null or new.target_id is not distinct from old.target_id)
          and to_jsonb(new) - open = to_jsonb(old) - open
        then
          return new;
        end if;
        raise exception 'activity is append-only' using errcode = 'integrity_constraint_violation';
      end
      $$
    `.execute(db);
    await sql`
      create trigger activity_only_completes before update or delete on activity
      for each row execute function activity_only_completes()
    `.execute(db);
    await sql`
      create trigger activity_is_never_emptied before truncate on activity
      for each statement execute function activity_only_completes()
    `.execute(db);
  },
};
