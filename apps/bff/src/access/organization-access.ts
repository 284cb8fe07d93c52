import type { Access, Permission } from '@org-portal/contract';
import type { StaffSettings } from '../settings/settings.ts';
import type { Template } from './organization-template.ts';
import type { Person } from './person.ts';

/** What support and ops may do in organizations that they do not belong to. */
const SUPPORT: readonly Permission[] = ['read:member', 'invite:member'];
const OPS: readonly Permission[] = ['read:member'];

/** @returns whether the person is let into the organization as staff */
export function isStaffIn(person: Person, organizationId: string, staff: StaffSettings): boolean {
  return person.staffRoles.includes('ops') || isSupportIn(person, organizationId, staff);
}

/**
 * What the person may do in the organization, by membership and as staff together.
 * The ceiling: a role may be given or taken away by who holds all of its scopes; support has a configured list.
 */
export function accessIn(
  person: Person,
  organizationId: string,
  template: Template,
  staff: StaffSettings,
): Access | undefined {
  const membership = person.memberships.get(organizationId);
  const isStaff = isStaffIn(person, organizationId, staff);
  if (!membership && !isStaff) return undefined;

  const isSupport = isSupportIn(person, organizationId, staff);
  const own = template.scopeNames(membership?.organizationRoles.map((role) => role.id) ?? []);
  const assignsAsMember = own.has('invite:member') || own.has('update:member:role');
  const roles = [...template.roles.values()];
  return {
    permissions: [...new Set([...own, ...(isSupport ? SUPPORT : []), ...(isStaff ? OPS : [])])],
    assignableRoleIds: roles
      .filter(
        (role) =>
          (assignsAsMember && role.scopes.every((scope) => own.has(scope.name))) ||
          (isSupport && staff.supportAssignableRoles.includes(role.name)),
      )
      .map((role) => role.id),
    isReasonRequired: isSupport && !own.has('invite:member'),
    isMember: membership !== undefined,
  };
}

function isSupportIn(
  person: Person,
  organizationId: string,
  { supportOrganizations }: StaffSettings,
): boolean {
  return (
    person.staffRoles.includes('support') &&
    (supportOrganizations.length === 0 || supportOrganizations.includes(organizationId))
  );
}
