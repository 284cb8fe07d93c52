import { Migrator, type Migration } from 'kysely';
import type { Database } from './database.ts';
import { accessReviews } from './migrations/access-reviews.ts';
import { activity } from './migrations/activity.ts';
import { imports } from './migrations/imports.ts';
import { following } from './migrations/following.ts';
import { invitationDetails } from './migrations/invitation-details.ts';
import { joinLinkUse } from './migrations/join-link-use.ts';
import { reviewRemovals } from './migrations/review-removals.ts';
import { reviewRoleNames } from './migrations/review-role-names.ts';
import { snapshots } from './migrations/snapshots.ts';

/** By the order in which they are carried out. One that has landed is never changed. */
const MIGRATIONS: Record<string, Migration> = {
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
 * Brings the database to the newest form. Several instances may do it at the same moment: Kysely holds an advisory
 * lock meanwhile.
 * @throws what the database said to the first migration that failed; that one left nothing behind
 */
export async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => MIGRATIONS },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
