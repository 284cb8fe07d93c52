import { Caller, type ManagementApiSettings } from './caller.ts';
import { invitations } from './resources/invitations.ts';
import { members } from './resources/members.ts';
import { organizationTemplate } from './resources/organization-template.ts';
import { organizations } from './resources/organizations.ts';
import { users } from './resources/users.ts';

/**
 * A client of Logto's Management API that takes care of the token, repeats what is safe to repeat, checks what
 * comes back, and throws nothing but ManagementApiError.
 */
export function createManagementApi(settings: ManagementApiSettings) {
  const caller = new Caller(settings);
  return {
    organizations: organizations(caller),
    members: members(caller),
    users: users(caller),
    organizationTemplate: organizationTemplate(caller),
    invitations: invitations(caller),
    /** Ends the connections after the calls under way. */
    close: () => caller.close(),
  };
}

export type ManagementApi = ReturnType<typeof createManagementApi>;

export { ManagementApiError, isManagementApiError, type UpstreamCode } from './errors.ts';
export type { ManagementApiSettings } from './caller.ts';
export type { MemberFilter } from './resources/members.ts';
export type { NewInvitation } from './resources/invitations.ts';
export type { TemplateRole } from './resources/organization-template.ts';
export type {
  LogtoInvitation,
  LogtoMember,
  LogtoMembership,
  LogtoOrganization,
  LogtoOrganizationScope,
  LogtoUser,
} from './schema/entities.ts';
