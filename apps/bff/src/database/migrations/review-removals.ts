import { sql, type Kysely, type Migration } from 'kysely';

/** Taking away what a closed review marked, beside the review, which does not change by it. */
export const reviewRemovals: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('review_removal')
      .addColumn('review_id', 'text', (column) => column.primaryKey().references('access_review.id'))
      .addColumn('started_by', 'jsonb', (column) => column.notNull())
      .addColumn('session', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('started_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
      .addColumn('finished_at', 'timestamptz')
      .execute();
    await sql`create index review_removal_open on review_removal (review_id) where finished_at is null`.execute(
      db,
    );

    await db.schema
      .createTable('review_removal_line')
      .addColumn('review_id', 'text', (column) => column.notNull().references('review_removal.review_id'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('organization_id', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) =>
        column
          .notNull()
          .defaultTo('waiting')
          .check(sql`state in ('waiting', 'removed', 'gone', 'refused', 'failed')`),
      )
      .addColumn('problem', 'text')
      .addColumn('detail', 'text')
      .addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
      .addColumn('attempts', sql`text[]`, (column) => column.notNull().defaultTo(sql`'{}'`))
      .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
      .addPrimaryKeyConstraint('review_removal_line_key', ['review_id', 'number'])
      .execute();
    await db.schema
      .createIndex('review_removal_line_by_state')
      .on('review_removal_line')
      .columns(['review_id', 'state', 'organization_id', 'number'])
      .execute();

    await db.schema
      .createTable('review_removal_organization')
      .addColumn('review_id', 'text', (column) => column.notNull().references('review_removal.review_id'))
      .addColumn('organization_id', 'text', (column) => column.notNull())
      .addColumn('instance', 'integer')
      .addColumn('turn_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
      .addColumn('not_before', 'timestamptz')
      .addPrimaryKeyConstraint('review_removal_organization_key', ['review_id', 'organization_id'])
      .execute();
    await db.schema
      .createIndex('review_removal_organization_by_turn')
      .on('review_removal_organization')
      .column('turn_at')
      .execute();
  },
};
