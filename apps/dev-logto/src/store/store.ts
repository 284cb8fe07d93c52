import type {
  Application,
  EmailConnector,
  Invitation,
  Organization,
  OrganizationRole,
  OrganizationScope,
  Resource,
  ResourceScope,
  Role,
} from './entities.ts';
import { Memberships } from './memberships.ts';
import { Relation } from './relation.ts';
import { Table } from './table.ts';
import { Users } from './users.ts';

/** The whole tenant, in memory. Deletions cascade as the foreign keys of Logto's database do. */
export class Store {
  readonly users = new Users();
  readonly organizations = new Table<Organization>();
  readonly organizationRoles = new Table<OrganizationRole>();
  readonly organizationScopes = new Table<OrganizationScope>();
  /** organization role → organization scope */
  readonly organizationRoleScopes = new Relation();
  readonly members = new Memberships();
  readonly invitations = new Table<Invitation>();
  readonly roles = new Table<Role>();
  /** user → tenant-wide role */
  readonly userRoles = new Relation();
  readonly resources = new Table<Resource>();
  readonly resourceScopes = new Table<ResourceScope>();
  /** tenant-wide role → scope of a resource */
  readonly roleScopes = new Relation();
  readonly applications = new Table<Application>();
  /** application → tenant-wide role */
  readonly applicationRoles = new Relation();
  emailConnector: EmailConnector | undefined;

  /** The organization scopes that the roles of a member give, once each. */
  scopesOf(organizationId: string, userId: string): OrganizationScope[] {
    const roleIds = this.members.rolesOf(organizationId, userId);
    const ids = new Set(roleIds.flatMap((roleId) => this.organizationRoleScopes.rightOf(roleId)));
    return [...ids].flatMap((id) => this.organizationScopes.get(id) ?? []);
  }

  deleteUser(id: string): boolean {
    this.members.deleteMember(id);
    this.userRoles.deleteLeft(id);
    this.#deleteInvitations((row) => row.inviterId === id || row.acceptedUserId === id);
    return this.users.delete(id);
  }

  deleteOrganization(id: string): boolean {
    this.members.deleteOrganization(id);
    this.#deleteInvitations((row) => row.organizationId === id);
    return this.organizations.delete(id);
  }

  deleteOrganizationRole(id: string): boolean {
    this.members.deleteRole(id);
    this.organizationRoleScopes.deleteLeft(id);
    for (const row of this.invitations.list().filter((one) => one.organizationRoleIds.includes(id))) {
      const organizationRoleIds = row.organizationRoleIds.filter((roleId) => roleId !== id);
      this.invitations.update(row, { organizationRoleIds });
    }
    return this.organizationRoles.delete(id);
  }

  deleteOrganizationScope(id: string): boolean {
    this.organizationRoleScopes.deleteRight(id);
    return this.organizationScopes.delete(id);
  }

  #deleteInvitations(concerned: (row: Invitation) => boolean): void {
    for (const row of this.invitations.list().filter(concerned)) this.invitations.delete(row.id);
  }
}
