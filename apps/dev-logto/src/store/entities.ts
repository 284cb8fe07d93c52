/**
 * The rows behind the Management API. Field names, nullability and order are those of Logto 1.41.0
 * (openapi.json); times are epoch milliseconds.
 */
type JsonObject = Record<string, unknown>;
type RoleType = 'User' | 'MachineToMachine';
export type InvitationStatus = 'Pending' | 'Accepted' | 'Expired' | 'Revoked';

export interface User {
  readonly id: string;
  readonly username: string | null;
  readonly primaryEmail: string | null;
  readonly primaryPhone: string | null;
  readonly name: string | null;
  readonly avatar: string | null;
  readonly customData: JsonObject;
  readonly identities: JsonObject;
  readonly lastSignInAt: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly profile: JsonObject;
  readonly applicationId: string | null;
  readonly isSuspended: boolean;
  /** See password.ts; never leaves the store. */
  readonly passwordDigest: string | null;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly customData: JsonObject;
  readonly isMfaRequired: boolean;
  readonly color: JsonObject;
  readonly branding: JsonObject;
  readonly customCss: string | null;
  readonly createdAt: number;
}

export interface OrganizationScope {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
}

export interface OrganizationRole {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly type: RoleType;
}

export interface Invitation {
  readonly id: string;
  readonly inviterId: string | null;
  readonly invitee: string;
  readonly acceptedUserId: string | null;
  readonly organizationId: string;
  /** As stored; a pending one past its expiry reads as Expired (see invitation-status.ts). */
  readonly status: InvitationStatus;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt: number;
  readonly organizationRoleIds: readonly string[];
}

/** A tenant-wide role (`support`, `ops`, the Management API role), not an organization role. */
export interface Role {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: RoleType;
  readonly isDefault: boolean;
}

export interface Resource {
  readonly id: string;
  readonly name: string;
  readonly indicator: string;
  /** At most one is: it is meant by a token request that names none. */
  readonly isDefault: boolean;
  /** Lifetime of its access tokens in seconds. */
  readonly accessTokenTtl: number;
}

export interface ResourceScope {
  readonly id: string;
  readonly resourceId: string;
  readonly name: string;
  readonly description: string | null;
  readonly createdAt: number;
}
