import type { ActivityAction } from '@org-portal/contract';
import type { Database } from '../database/database.ts';

const OF_MEMBERS: ActivityAction[] = ['member.roles.change', 'member.remove', 'organization.leave'];

/**
 * Changes that were sent to Logto and of which nobody knows yet whether they will come about: their process or their
 * lock is gone, or Logto took too long.
 * @returns ids of the members whom they concern, and of people who are being suspended, wherever
 */
export async function membersInDoubt(database: Database, organizationId: string): Promise<Set<string>> {
  const rows = await database
    .selectFrom('activity')
    .select(['action', 'actor_id', 'target_id'])
    .where((row) =>
      row.or([
        row.and([row('organization_id', '=', organizationId), row('action', 'in', OF_MEMBERS)]),
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
  const ids = rows.map((row) => (row.action === 'organization.leave' ? row.actor_id : row.target_id));
  return new Set(ids.filter((id) => id !== null));
}
