import type { Application, ApplicationSecret } from './application.ts';
import { connectorFactory } from './connector-factories.ts';
import type { Connector, SsoConnector } from './connectors.ts';
import type {
  Invitation,
  Organization,
  OrganizationRole,
  OrganizationScope,
  Resource,
  ResourceScope,
  Role,
} from './entities.ts';
import type { Hook, Log } from './hook.ts';
import { Invitations } from './invitations.ts';
import { Memberships } from './memberships.ts';
import type { OneTimeToken } from './one-time-token.ts';
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
  /** organization role → scope of a resource */
  readonly organizationRoleResourceScopes = new Relation();
  readonly members = new Memberships();
  /** The applications that are members of organizations. */
  readonly machines = new Memberships();
  /** organization → e-mail domain whose people join it on registering */
  readonly jitEmailDomains = new Relation();
  /** organization → organization role that they get */
  readonly jitRoles = new Relation();
  /** organization → SSO connector whose people join it */
  readonly jitSsoConnectors = new Relation();
  readonly invitations = new Invitations();
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
  readonly applicationSecrets = new Table<ApplicationSecret>();
  readonly connectors = new Table<Connector>();
  readonly ssoConnectors = new Table<SsoConnector>();
  readonly hooks = new Table<Hook>();
  readonly logs = new Table<Log>();
  readonly oneTimeTokens = new Table<OneTimeToken>();

  /** Forgets everything, in place. */
  clear(): void {
    Object.assign(this, new Store());
  }

  /** What delivers e-mail. Without one, sending answers 501 `connector.not_found`. */
  get emailConnector(): Connector | undefined {
    return this.connectors.list().find(({ connectorId }) => connectorFactory(connectorId)?.type === 'Email');
  }

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
    this.machines.deleteOrganization(id);
    for (const relation of [this.jitEmailDomains, this.jitRoles, this.jitSsoConnectors])
      relation.deleteLeft(id);
    this.#deleteInvitations((row) => row.organizationId === id);
    return this.organizations.delete(id);
  }

  deleteOrganizationRole(id: string): boolean {
    this.members.deleteRole(id);
    this.machines.deleteRole(id);
    this.jitRoles.deleteRight(id);
    this.organizationRoleScopes.deleteLeft(id);
    this.organizationRoleResourceScopes.deleteLeft(id);
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

  deleteRole(id: string): boolean {
    this.userRoles.deleteRight(id);
    this.applicationRoles.deleteRight(id);
    this.roleScopes.deleteLeft(id);
    return this.roles.delete(id);
  }

  deleteResource(id: string): boolean {
    for (const scope of this.resourceScopes.list().filter(({ resourceId }) => resourceId === id))
      this.deleteResourceScope(scope.id);
    return this.resources.delete(id);
  }

  deleteResourceScope(id: string): boolean {
    this.roleScopes.deleteRight(id);
    this.organizationRoleResourceScopes.deleteRight(id);
    return this.resourceScopes.delete(id);
  }

  deleteApplication(id: string): boolean {
    this.machines.deleteMember(id);
    this.applicationRoles.deleteLeft(id);
    for (const secret of this.applicationSecrets.list().filter(({ applicationId }) => applicationId === id))
      this.applicationSecrets.delete(secret.id);
    return this.applications.delete(id);
  }

  deleteSsoConnector(id: string): boolean {
    this.jitSsoConnectors.deleteRight(id);
    return this.ssoConnectors.delete(id);
  }

  #deleteInvitations(concerned: (row: Invitation) => boolean): void {
    for (const row of this.invitations.list().filter(concerned)) this.invitations.delete(row.id);
  }
}
