import type { CallOptions } from './call-options.ts';
import { Caller } from './caller.ts';
import { ifChanged, type Conditional } from './if-changed.ts';
import { apiResources } from './resources/api-resources.ts';
import { connectors } from './resources/connectors.ts';
import { invitations } from './resources/invitations.ts';
import { members } from './resources/members.ts';
import { oneTimeTokens } from './resources/one-time-tokens.ts';
import { organizationTemplate } from './resources/organization-template.ts';
import { organizations } from './resources/organizations.ts';
import { roles } from './resources/roles.ts';
import { users } from './resources/users.ts';
import type { BudgetState, ManagementApiSettings } from './settings.ts';
import { Transport } from './transport.ts';

/**
 * A client of Logto's Management API that takes care of the token, keeps to a budget of requests, makes identical reads
 * one, repeats what is safe to repeat, checks what comes back, and throws nothing but ManagementApiError.
 */
export function createManagementApi(settings: ManagementApiSettings): ManagementApi {
  const transport = new Transport(settings);
  return {
    ...callsOf(new Caller(transport)),
    readAnew: () => transport.flights.markWrite(),
    budgetState: () => transport.budgetState,
    close: () => transport.close(),
  };
}

const resourcesOf = (caller: Caller) => ({
  organizations: organizations(caller),
  members: members(caller),
  roles: roles(caller),
  users: users(caller),
  organizationTemplate: organizationTemplate(caller),
  apiResources: apiResources(caller),
  invitations: invitations(caller),
  connectors: connectors(caller),
  oneTimeTokens: oneTimeTokens(caller),
});

const callsOf = (caller: Caller): ManagementApiCalls => ({
  ...resourcesOf(caller),
  with: (options) => callsOf(caller.with(options)),
  ifChanged: (etag, read) => ifChanged(caller, etag, (one) => read(resourcesOf(one))),
});

type Resources = ReturnType<typeof resourcesOf>;

export interface ManagementApiCalls extends Resources {
  /** The same calls on somebody's behalf; what was given before stays, unless it is given again. */
  with(options: CallOptions): ManagementApiCalls;
  /**
   * Reads unless it is still what the caller has: `api.ifChanged(etag, (api) => api.users.get(id))`. Nothing is kept here:
   * an ETag is only good for the person and the thing that it came with.
   * @param read one read, and no more
   */
  ifChanged<Value>(
    etag: string | undefined,
    read: (api: Resources) => Promise<Value>,
  ): Promise<Conditional<Value>>;
}

export interface ManagementApi extends ManagementApiCalls {
  /** To be called when something was written elsewhere: who reads from now on gets no read that left before. */
  readAnew(): void;
  /** Whether the budget is shared, and who waits. */
  budgetState(): BudgetState;
  /** Refuses the calls that wait, and ends the connections after those under way. */
  close(): Promise<void>;
}

export { ManagementApiError, isManagementApiError, isRefusedForGood, type UpstreamCode } from './errors.ts';
export type { TokenRenewal } from './access-token.ts';
export type { Priority } from './budget/priority.ts';
export type { RedisClient } from './budget/redis-log.ts';
export type { CallOptions } from './call-options.ts';
export type { CallReport } from './call-report.ts';
export type { Conditional } from './if-changed.ts';
export type { BudgetOptions, BudgetState, ManagementApiSettings } from './settings.ts';
export type { UserField, UserSearch } from './resources/users.ts';
export type { InvitationMessage, NewInvitation } from './resources/invitations.ts';
export type { TemplateRole } from './resources/organization-template.ts';
export type {
  LogtoApiResource,
  LogtoConnector,
  LogtoInvitation,
  LogtoMember,
  LogtoMembership,
  LogtoOneTimeToken,
  LogtoOrganization,
  LogtoOrganizationScope,
  LogtoUser,
} from './schema/entities.ts';
