import { Migrator, sql, type Migration } from 'kysely';
import type { Database } from './database.ts';
import { accessReviews } from './migrations/access-reviews.ts';
import { activity } from './migrations/activity.ts';
import { idempotencyKeys } from './migrations/idempotency-keys.ts';
import { imports } from './migrations/imports.ts';
import { importContinuedBy } from './migrations/import-continued-by.ts';
import { following } from './migrations/following.ts';
import { invitationDetails } from './migrations/invitation-details.ts';
import { invitationIndex } from './migrations/invitation-index.ts';
import { invitationIndexSearch } from './migrations/invitation-index-search.ts';
import { joinLinkUse } from './migrations/join-link-use.ts';
import { joinMessageUse } from './migrations/join-message-use.ts';
import { reviewRemovals } from './migrations/review-removals.ts';
import { reviewRoleNames } from './migrations/review-role-names.ts';
import { schemaRequirement } from './migrations/schema-requirement.ts';
import { snapshots } from './migrations/snapshots.ts';
import { writeCheck } from './migrations/write-check.ts';
import { suspensions } from './migrations/suspensions.ts';
import { addRequirement, requireKnown } from './schema-requirements.ts';

/**
 * The migrations of 0.1.0, recorded in `kysely_migration`. Closed: 0.1.0 does not start when that table holds a name
 * that it does not know.
 */
const MIGRATIONS_OF_0_1_0: Record<string, Migration> = {
  '0001-activity': activity,
  '0002-invitation-details': invitationDetails,
  '0003-imports': imports,
  '0004-following': following,
  '0005-join': joinLinkUse,
  '0006-snapshots': snapshots,
  '0007-access-reviews': accessReviews,
  '0008-review-removals': reviewRemovals,
  '0009-review-role-names': reviewRoleNames,
};

/**
 * A migration adds, so that programs of the version before run on its tables: new tables, new columns that may be null
 * or have a default, new indexes. What is no longer used goes one version later, by a migration that `needs` the one
 * that replaced it.
 */
export interface PortalMigration extends Migration {
  needs?: {
    /** Programs that do not know this migration cannot run on the tables any more. */
    migration: string;
    /** The first version of the portal that knows it, for example `0.3.0`. */
    version: string;
  };
}

/** All later migrations, recorded in `portal_migration`. One that has landed is never changed. */
export const MIGRATIONS: Record<string, PortalMigration> = {
  '0010-join-message-use': joinMessageUse,
  '0011-import-continued-by': importContinuedBy,
  '0013-idempotency-keys': idempotencyKeys,
  '0014-schema-requirement': schemaRequirement,
  '0014-write-check': writeCheck,
  '0015-invitation-index': invitationIndex,
  '0015-invitation-index-search': invitationIndexSearch,
  '0016-suspensions': suspensions,
};

/** The advisory lock under which instances migrate, one after the other. */
const LOCK = 0x4f524d;

/**
 * Brings the tables to the newest form. Several instances may do it at once, of this version and of others: migrations
 * that a newer version recorded are left alone.
 * @param database whose queries may take as long as the largest table needs
 * @param migrations those to carry out after the ones of 0.1.0
 * @throws DatabaseError when a newer version removed what this one needs
 * @throws what the database said to the first migration that failed; that one left nothing behind
 */
export async function migrate(database: Database, migrations = MIGRATIONS): Promise<void> {
  await database.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(connection);
    try {
      await requireKnown(connection, migrations);
      await run(connection, 'kysely_migration', MIGRATIONS_OF_0_1_0);
      await run(connection, 'portal_migration', withRequirements(migrations));
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(connection);
    }
  });
}

/** @returns whether `migrate` would change the tables */
export async function mustMigrate(database: Database, migrations = MIGRATIONS): Promise<boolean> {
  const done = {
    ...(await recordedAsNothing(database, 'kysely_migration')),
    ...(await recordedAsNothing(database, 'portal_migration')),
  };
  return Object.keys({ ...MIGRATIONS_OF_0_1_0, ...migrations }).some((name) => !(name in done));
}

async function run(db: Database, table: string, migrations: Record<string, Migration>): Promise<void> {
  const known = { ...(await recordedAsNothing(db, table)), ...migrations };
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => known },
    migrationTableName: table,
    migrationLockTableName: `${table}_lock`,
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Kysely refuses recorded names that nobody gives it. @returns each recorded name, with nothing to do */
async function recordedAsNothing(db: Database, table: string): Promise<Record<string, Migration>> {
  const { rows: tables } = await sql<{
    name: string | null;
  }>`select to_regclass(${table})::text as name`.execute(db);
  if ((tables[0]?.name ?? null) === null) return {};
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(table)}`.execute(db);
  return Object.fromEntries(rows.map(({ name }) => [name, { up: async () => undefined }]));
}

/** Records what a migration needs in the same transaction as the migration itself. */
function withRequirements(migrations: Record<string, PortalMigration>): Record<string, Migration> {
  const recording = Object.entries(migrations).map(([name, { up, needs }]): [string, Migration] => [
    name,
    {
      up: async (db) => {
        await up(db);
        if (needs) await addRequirement(db, { name, ...needs });
      },
    },
  ]);
  return Object.fromEntries(recording);
}
