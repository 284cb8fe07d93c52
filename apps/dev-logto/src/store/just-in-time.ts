import type { User } from './entities.ts';
import type { Store } from './store.ts';

/** Makes somebody a member of these organizations, each with its default roles; those that are gone are skipped. */
export function joinOrganizations(store: Store, userId: string, organizationIds: readonly string[]): void {
  for (const organizationId of organizationIds) {
    if (!store.organizations.has(organizationId)) continue;
    store.members.add(organizationId, userId);
    for (const roleId of store.jitRoles.rightOf(organizationId)) {
      if (store.organizationRoles.get(roleId)?.type === 'User')
        store.members.addRole(organizationId, userId, roleId);
    }
  }
}

/**
 * What registering does: a new person joins the organizations that have the domain of their verified
 * e-mail. Users made by the Management API do not (Logto's documentation, "Just-in-Time provisioning").
 */
export function joinByEmailDomain(store: Store, { id, primaryEmail }: User): void {
  const domain = primaryEmail?.split('@')[1];
  if (domain) joinOrganizations(store, id, store.jitEmailDomains.leftOf(domain));
}

/** Gives a new user the tenant-wide roles that everybody gets. */
export function giveDefaultRoles(store: Store, userId: string): void {
  for (const { id, isDefault, type } of store.roles.list()) {
    if (isDefault && type === 'User') store.userRoles.add(userId, id);
  }
}
