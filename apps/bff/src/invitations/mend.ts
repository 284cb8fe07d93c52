import { orNothing } from '../access/or-nothing.ts';
import type { ActivityRow } from '../record/activity-table.ts';
import type { Change } from '../record/change.ts';
import { languageOf, rememberDetails } from './details.ts';
import { restoreInvitation, type RestoringParts } from './restore.ts';

/**
 * Finishes what a change of an invitation left when its process ended in the middle, or Logto did not answer: one that took
 * the other's place is told as such; one that was revoked for nothing is made again, once.
 * @param row is about to be completed with that outcome
 * @throws ManagementApiError when Logto cannot be asked; it is to be tried again then
 */
export async function mendInvitation(
  parts: RestoringParts,
  row: ActivityRow,
  { outcome, target_id }: { outcome: string; target_id?: string },
): Promise<void> {
  const old = row.before?.invitationId;
  if (old === undefined || row.organization_id === null) return;
  if (outcome === 'succeeded' && target_id !== undefined) {
    const language = await languageOf(parts.database, old);
    const details = { organizationId: row.organization_id, language, replaces: old };
    return rememberDetails(parts, target_id, details);
  }
  const isHalfDone = outcome === 'failed' && row.before?.status === 'Pending';
  if (!isHalfDone || row.action === 'invitation.restore') return;
  await makeAgain(parts, row, old);
}

async function makeAgain(parts: RestoringParts, row: ActivityRow, oldId: string): Promise<void> {
  const old = await orNothing(parts.api.invitations.get(oldId));
  if (old?.status !== 'Revoked' || (await isRestored(parts, oldId))) return;
  const others = await parts.api.invitations.ofInvitee(old.invitee);
  const isInvited = others.some(
    ({ organizationId, status }) => organizationId === old.organizationId && status === 'Pending',
  );
  if (!isInvited) await restoreInvitation(parts, changeOf(row), old);
}

async function isRestored({ database }: RestoringParts, oldId: string): Promise<boolean> {
  const row = await database
    .selectFrom('activity')
    .select('id')
    .where('action', '=', 'invitation.restore')
    .where((one) => one(one.ref('before', '->>').key('invitationId'), '=', oldId))
    .where('outcome', '!=', 'failed')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whoever asked for the change, for the reason they gave. */
const changeOf = (row: ActivityRow): Change => ({
  action: 'invitation.restore',
  actor: {
    id: row.actor_id,
    name: row.actor_name,
    email: row.actor_email,
    staffRole: row.actor_staff_role,
  },
  session: row.session,
  organization:
    row.organization_id === null ? null : { id: row.organization_id, name: row.organization_name },
  target: { type: 'invitation', id: null, name: row.target_name },
  reason: row.reason,
  requestId: row.request_id,
  isRecorded: false,
});
