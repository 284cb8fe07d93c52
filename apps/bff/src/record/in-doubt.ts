import type { ActivityAction } from '@org-portal/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';

const OF_MEMBERS: ActivityAction[] = ['member.roles.change', 'member.remove', 'organization.leave'];

/**
 * Finds changes that were sent to Logto and whose outcome is not known yet: their process or their lock is gone, or Logto
 * took too long. The people they concern may stop being admins at any moment.
 * @returns ids of those members, and of people who are being suspended, in any organization
 */
export async function membersInDoubt(database: Database, organizationId: string): Promise<Set<string>> {
  const inDoubt = await membersInDoubtOf(database, [organizationId]);
  return inDoubt(organizationId);
}

/**
 * Does the same for many organizations in one query, because a connection that holds locks takes one query at a time.
 * @returns a function from the id of one of the organizations to the ids of its members in doubt
 */
export async function membersInDoubtOf(
  database: Database,
  organizationIds: readonly string[],
): Promise<(organizationId: string) => Set<string>> {
  const rows = await database
    .selectFrom('activity')
    .select(['action', 'organization_id', 'actor_id', 'target_id'])
    .where((row) =>
      row.or([
        row.and([
          row('organization_id', '=', sql<string>`any(${[...organizationIds]}::text[])`),
          row('action', 'in', OF_MEMBERS),
        ]),
        row('action', '=', 'person.suspend'),
      ]),
    )
    .where((row) =>
      row.or([
        row('outcome', '=', 'attempted'),
        row.and([row('outcome', '=', 'unknown'), row('settled_at', 'is', null)]),
      ]),
    )
    .execute();
  return (organizationId) =>
    new Set(
      rows
        .filter((row) => row.action === 'person.suspend' || row.organization_id === organizationId)
        .map((row) => (row.action === 'organization.leave' ? row.actor_id : row.target_id))
        .filter((id) => id !== null),
    );
}
