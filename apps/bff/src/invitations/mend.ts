import type { LogtoInvitation } from '@org-portal/management-api';
import { orNothing } from '../access/or-nothing.ts';
import { accessIn } from '../access/organization-access.ts';
import type { TemplateSource } from '../access/organization-template.ts';
import type { PersonSource } from '../access/person.ts';
import { Problem } from '../problem/problem.ts';
import type { ActivityRow } from '../record/activity-table.ts';
import type { Change } from '../record/change.ts';
import { requireBelowCeiling } from '../rules/role-ceiling.ts';
import { languageOf, rememberDetails } from './details.ts';
import { restoreInvitation, type RestoringParts } from './restore.ts';

export interface MendingParts extends RestoringParts {
  people: PersonSource;
  template: TemplateSource;
}

/** Tries in vain to make one again, some seconds apart, after which it is left as it is; each is on record. */
const MOST_TRIES = 20;

/**
 * Finishes what a change of an invitation left when its process ended in the middle, or Logto did not answer: one that took
 * the other's place is told as such; one that was revoked for nothing is made again, once.
 * @param row is about to be completed with that outcome
 * @returns whether nothing is left to do; else it is to be tried again
 * @throws ManagementApiError when Logto cannot be asked; it is to be tried again then too
 */
export async function mendInvitation(
  parts: MendingParts,
  row: ActivityRow,
  { outcome, target_id }: { outcome: string; target_id?: string },
): Promise<boolean> {
  const old = row.before?.invitationId;
  if (old === undefined || row.organization_id === null) return true;
  if (outcome === 'succeeded' && target_id !== undefined) {
    const language = await languageOf(parts.database, old);
    const details = { organizationId: row.organization_id, language, replaces: old };
    await rememberDetails(parts, target_id, details);
    return true;
  }
  const isHalfDone = outcome === 'failed' && row.before?.status === 'Pending';
  if (!isHalfDone || row.action === 'invitation.restore') return true;
  return makeAgain(parts, row, old);
}

async function makeAgain(parts: MendingParts, row: ActivityRow, oldId: string): Promise<boolean> {
  const earlier = await restorings(parts, oldId);
  // Nobody knows yet whether it is there again: making it now would make it twice, giving up not at all.
  if (earlier.some(isInDoubt)) return false;
  if (earlier.length >= MOST_TRIES || earlier.some(({ outcome }) => outcome !== 'failed')) return true;
  const old = await orNothing(parts.api.invitations.get(oldId));
  if (old?.status !== 'Revoked') return true;
  const others = await parts.api.invitations.ofInvitee(old.invitee);
  const isInvited = others.some(
    ({ organizationId, status }) => organizationId === old.organizationId && status === 'Pending',
  );
  if (isInvited) return true;
  const refusal = await refusalToRestore(parts, row, old);
  if (refusal) {
    const target = { type: 'invitation' as const, id: null, name: row.target_name };
    await parts.record.refuse(changeOf(row), refusal.code, target);
    parts.log.error(
      { err: refusal, invitationId: oldId },
      'an invitation stays revoked: its roles may not be given',
    );
    return true;
  }
  try {
    await restoreInvitation(parts, changeOf(row), old);
    return true;
  } catch (err) {
    parts.log.warn({ err, invitationId: oldId }, 'an invitation could not be made again yet');
    return false;
  }
}

/** @returns why the person who asked for the change may not give its roles back now */
async function refusalToRestore(
  { people, template, settings: { staff } }: MendingParts,
  { actor_id, actor_staff_role }: ActivityRow,
  { organizationId, organizationRoles }: LogtoInvitation,
): Promise<Problem | undefined> {
  const roleIds = organizationRoles.map(({ id }) => id);
  const person = await people.get(actor_id, actor_staff_role !== null);
  const known = await template.get([...(person?.roleIds ?? []), ...roleIds]);
  const access = person && accessIn(person, organizationId, known, staff);
  const permission = 'invite:member';
  if (!access?.permissions.includes(permission))
    return new Problem('permission.missing', 'They may not invite to this organization any more.', {
      permission,
    });
  try {
    requireBelowCeiling(roleIds, access, known, '/roleIds');
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

type Restoring = Pick<ActivityRow, 'outcome' | 'settled_at'>;

function restorings({ database }: RestoringParts, oldId: string): Promise<Restoring[]> {
  return database
    .selectFrom('activity')
    .select(['outcome', 'settled_at'])
    .where('action', '=', 'invitation.restore')
    .where((one) => one(one.ref('before', '->>').key('invitationId'), '=', oldId))
    .execute();
}

const isInDoubt = ({ outcome, settled_at }: Restoring): boolean =>
  outcome === 'attempted' || (outcome === 'unknown' && settled_at === null);

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
