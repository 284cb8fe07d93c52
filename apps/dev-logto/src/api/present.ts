import type { Application } from '../store/application.ts';
import type { Invitation, Organization, OrganizationRole, Role, User } from '../store/entities.ts';
import { statusOf } from './invitation-status.ts';
import type { Store } from '../store/store.ts';

/** Rows as the API shows them: with the tenant, in Logto's order of fields, without what stays inside. */
const tenantId = 'default';

export const inTenant = (row: object) => ({ tenantId, ...row });

/** A user without the password; members and webhooks show this form. */
export function userInfo(user: User): object {
  return Object.fromEntries(Object.entries(user).filter(([field]) => field !== 'passwordDigest'));
}

export function userProfile(user: User): object {
  return { ...userInfo(user), hasPassword: user.passwordDigest !== null };
}

export const featured = ({ id, avatar, name }: User) => ({ id, avatar, name });

const named = ({ id, name }: { id: string; name: string }) => ({ id, name });

function roles(store: Store, ids: readonly string[]): object[] {
  return ids.flatMap((id) => store.organizationRoles.get(id) ?? []).map(named);
}

export function memberOf(store: Store, organizationId: string) {
  return (user: User) => ({
    ...userInfo(user),
    organizationRoles: roles(store, store.members.rolesOf(organizationId, user.id)),
  });
}

export function organizationOf(store: Store, userId: string) {
  return (organization: Organization) => ({
    ...inTenant(organization),
    organizationRoles: roles(store, store.members.rolesOf(organization.id, userId)),
  });
}

/** An application as a member of an organization. */
export function machineOf(store: Store, organizationId: string) {
  return (application: Application) => ({
    ...inTenant(application),
    organizationRoles: roles(store, store.machines.rolesOf(organizationId, application.id)),
  });
}

export function organizationOfMachine(store: Store, applicationId: string) {
  return (organization: Organization) => ({
    ...inTenant(organization),
    organizationRoles: roles(store, store.machines.rolesOf(organization.id, applicationId)),
  });
}

export function invitation(store: Store) {
  return ({ organizationRoleIds, ...row }: Invitation) => ({
    ...inTenant(row),
    status: statusOf(row),
    organizationRoles: roles(store, organizationRoleIds),
  });
}

export function roleWithScopes(store: Store) {
  return (role: OrganizationRole) => ({
    ...inTenant(role),
    scopes: store.organizationRoleScopes
      .rightOf(role.id)
      .flatMap((id) => store.organizationScopes.get(id) ?? [])
      .map(named),
    resourceScopes: store.organizationRoleResourceScopes.rightOf(role.id).flatMap((id) => {
      const scope = store.resourceScopes.get(id);
      const resource = scope && store.resources.get(scope.resourceId);
      return resource ? [{ ...named(scope), resource: named(resource) }] : [];
    }),
  });
}

export function roleWithHolders(store: Store) {
  return (role: Role) => {
    const users = store.userRoles.leftOf(role.id).flatMap((id) => store.users.get(id) ?? []);
    const applications = store.applicationRoles
      .leftOf(role.id)
      .flatMap((id) => store.applications.get(id) ?? []);
    return {
      ...inTenant(role),
      usersCount: users.length,
      featuredUsers: users.slice(0, 3).map(featured),
      applicationsCount: applications.length,
      featuredApplications: applications.slice(0, 3).map(({ id, name, type }) => ({ id, name, type })),
    };
  };
}
