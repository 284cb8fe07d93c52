import type { ActivityEntry } from '@org-portal/contract';
import type { ActivityRow } from '../record/activity-table.ts';

/** A row of the record as people may read it: without the session, and without what the settling needs. */
export function toActivityEntry(row: ActivityRow): ActivityEntry {
  return {
    id: row.id,
    time: row.time.toISOString(),
    actor: {
      id: row.actor_id,
      name: row.actor_name,
      email: row.actor_email,
      staffRole: row.actor_staff_role,
    },
    organization:
      row.organization_id === null ? null : { id: row.organization_id, name: row.organization_name },
    action: row.action,
    target: { type: row.target_type, id: row.target_id, name: row.target_name },
    before: row.before,
    after: row.after,
    reason: row.reason,
    requestId: row.request_id,
    outcome: row.outcome,
    problem: row.problem,
  };
}
