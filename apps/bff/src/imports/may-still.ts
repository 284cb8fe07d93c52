import type { Access } from '@org-portal/contract';
import { accessIn } from '../access/organization-access.ts';
import type { Template } from '../access/organization-template.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import type { ImportJob } from './tables.ts';

export interface Standing {
  access: Access;
  template: Template;
}

/**
 * What the person who handed the import in may do now: it takes its time, and things are taken away meanwhile.
 * @throws Problem `permission.missing`, `reason.required` when nothing of it may be sent any more
 */
export async function mayStill(portal: Portal, job: ImportJob): Promise<Standing> {
  const { actor_id, actor_staff_role, organization_id, reason } = job;
  // Who acted as a member is not asked for as staff, which they are for other organizations.
  const person = await portal.people.get(actor_id, actor_staff_role !== null);
  if (!person) throw missing('Whoever began this import is suspended or does not exist any more.');
  const template = await portal.template.get(person.roleIds);
  const access = accessIn(person, organization_id, template, portal.settings.staff);
  if (!access?.permissions.includes('invite:member'))
    throw missing('Whoever began this import may not invite to this organization any more.');
  if (access.isReasonRequired && !reason)
    throw new Problem('reason.required', 'Whoever began this import is support by now, and gave no reason.');
  return { access, template };
}

const missing = (detail: string) =>
  new Problem('permission.missing', detail, { permission: 'invite:member' });
