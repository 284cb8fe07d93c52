import type { LogtoInvitation } from '@org-portal/management-api';
import type { Database } from '../database/database.ts';
import type { ImportJob, ImportJobRow } from './tables.ts';

/**
 * @returns whether an earlier attempt of the row has made the invitation, though nobody was told: by whom, until when,
 * and no other change is on record that made it
 */
export async function isOurs(
  database: Database,
  job: ImportJob,
  row: ImportJobRow,
  invitation: LogtoInvitation,
): Promise<boolean> {
  const isAlike =
    row.attempts.length > 1 &&
    invitation.organizationId === job.organization_id &&
    invitation.inviterId === job.actor_id &&
    invitation.expiresAt === row.expires_at.getTime();
  if (!isAlike) return false;
  const other = await database
    .selectFrom('activity')
    .select('id')
    .where('action', '=', 'invitation.create')
    .where('target_id', '=', invitation.id)
    .where('request_id', 'not in', row.attempts)
    .executeTakeFirst();
  return !other;
}
