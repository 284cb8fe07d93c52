import type { Access, OrganizationRole, Permission, StaffRole } from '@org-portal/contract';
import type { StaffSettings } from '../settings/settings.ts';
import type { Template } from './organization-template.ts';
import type { Person } from './person.ts';

/** What support and ops may do in organizations that they do not belong to. */
const SUPPORT: readonly Permission[] = ['read:member', 'invite:member'];
const OPS: readonly Permission[] = ['read:member'];
/** Each gives roles or takes them away. */
const HANDLING_ROLES: readonly Permission[] = ['invite:member', 'update:member:role', 'remove:member'];

/** @returns whether the person is let into the organization as staff, of that kind if one is named */
export function isStaffIn(
  person: Person,
  organizationId: string,
  staff: StaffSettings,
  kind?: StaffRole,
): boolean {
  const isOps = kind !== 'support' && person.staffRoles.includes('ops');
  return isOps || (kind !== 'ops' && isSupportIn(person, organizationId, staff));
}

/**
 * What the person may do in the organization, by membership and as staff together.
 * The ceiling: a role may be given or taken away by who holds all that it gives, in the operator's own APIs too.
 * Support has a configured list, which counts where they act as support: it adds nothing to what a member may give.
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

  const ownRoleIds = membership?.organizationRoles.map((role) => role.id) ?? [];
  const own = template.scopeNames(ownRoleIds);
  const isSupport = isSupportIn(person, organizationId, staff);
  const actsAsSupport = isSupport && !own.has('invite:member');
  const limits: ((role: OrganizationRole) => boolean)[] = [];
  if (HANDLING_ROLES.some((permission) => own.has(permission))) limits.push(ceiling(ownRoleIds, template));
  if (actsAsSupport) limits.push(({ name }) => staff.supportAssignableRoles.includes(name));
  return {
    permissions: [...new Set([...own, ...(isSupport ? SUPPORT : []), ...(isStaff ? OPS : [])])],
    assignableRoleIds: [...template.roles.values()]
      .filter((role) => limits.length > 0 && limits.every((isWithin) => isWithin(role)))
      .map((role) => role.id),
    mayInviteWithoutRole: !actsAsSupport || staff.supportInvitesWithoutRole,
    isReasonRequired: actsAsSupport,
    isMember: membership !== undefined,
  };
}

function ceiling(ownRoleIds: string[], template: Template): (role: OrganizationRole) => boolean {
  const scopes = template.scopeNames(ownRoleIds);
  const resourceScopes = template.resourceScopeIds(ownRoleIds);
  return (role) =>
    role.scopes.every(({ name }) => scopes.has(name)) &&
    [...template.resourceScopeIds([role.id])].every((id) => resourceScopes.has(id));
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
