import type { Access, StaffRole } from '@org-portal/contract';
import { accessIn } from '../access/organization-access.ts';
import type { Template } from '../access/organization-template.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import type { ImportJob, ImportJobRow } from './tables.ts';
import { problemOf } from './judge.ts';

/** What those in whose name an import is sent may do now. */
export interface Standing {
  accesses: Access[];
  template: Template;
}

interface Sender {
  id: string;
  staffRole: StaffRole | null;
  reason: string | null;
  /** For the words of a refusal. */
  did: 'began' | 'continued';
}

/**
 * Looks up what the person who handed the import in may do now, and the one who continued it: an import takes its time,
 * and permissions change meanwhile.
 * @throws Problem `permission.missing`, `reason.required` when nothing of it may be sent any more
 */
export async function requireStillAllowed(portal: Portal, job: ImportJob): Promise<Standing> {
  const { actor_id: id, actor_staff_role: staffRole, reason, continued_by: continuedBy } = job;
  const senders: Sender[] = [{ id, staffRole, reason, did: 'began' }];
  if (continuedBy) senders.push({ ...continuedBy, did: 'continued' });
  const accesses = await Promise.all(senders.map((sender) => accessOf(portal, job, sender)));
  return { accesses, template: await portal.template.get() };
}

/** @throws Problem when the row must not be sent: as `requireStillAllowed`, and those of `problemOf` */
export async function requireRowAllowed(portal: Portal, job: ImportJob, row: ImportJobRow): Promise<void> {
  const problem = problemOfRow(row, await requireStillAllowed(portal, job));
  if (problem) throw problem;
}

/** @returns why the row cannot be sent in the name of each of them, as far as can be told without asking Logto */
export function problemOfRow(row: ImportJobRow, { accesses, template }: Standing): Problem | undefined {
  const { invitee, expires_at: expiresAt } = row;
  const roleIds = row.roles.map(({ id }) => id);
  for (const access of accesses) {
    const problem = problemOf({ invitee, roleIds, expiresAt }, access, template);
    if (problem) return problem;
  }
  return undefined;
}

async function accessOf(
  portal: Portal,
  { organization_id }: ImportJob,
  { id, staffRole, reason, did }: Sender,
): Promise<Access> {
  // Somebody who acted as a member is not asked for as staff, which they are for other organizations.
  const person = await portal.people.get(id, staffRole !== null);
  if (!person) throw missing(`The person who ${did} this import is suspended or does not exist any more.`);
  const template = await portal.template.get(person.roleIds);
  const access = accessIn(person, organization_id, template, portal.settings.staff);
  if (!access?.permissions.includes('invite:member'))
    throw missing(`The person who ${did} this import may not invite to this organization any more.`);
  if (access.isReasonRequired && !reason)
    throw new Problem(
      'reason.required',
      `The person who ${did} this import is support now and gave no reason.`,
    );
  return access;
}

const missing = (detail: string) =>
  new Problem('permission.missing', detail, { permission: 'invite:member' });
