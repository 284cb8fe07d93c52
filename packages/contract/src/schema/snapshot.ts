import { Type, type Static } from 'typebox';
import { DateTime, Id, Named } from './id.ts';
import {
  MEMBERSHIP_FLAGS,
  ORGANIZATION_FLAGS,
  SNAPSHOT_STATUSES,
  type MembershipFlag,
  type OrganizationFlag,
  type SnapshotStatus,
} from './limits.ts';
import { Nullable } from './nullable.ts';
import { pageQuery, searchText } from './page-query.ts';

const OfMemberships = Type.Unsafe<MembershipFlag>({ type: 'string', enum: [...MEMBERSHIP_FLAGS] });
const OfOrganizations = Type.Unsafe<OrganizationFlag>({ type: 'string', enum: [...ORGANIZATION_FLAGS] });

/** Who belonged where with which roles, as it was read at one time, or is being read. */
export const Snapshot = Type.Object({
  id: Id,
  status: Type.Unsafe<SnapshotStatus>({ type: 'string', enum: [...SNAPSHOT_STATUSES] }),
  createdBy: Type.Object({ id: Id, name: Nullable(Type.String()) }),
  createdAt: DateTime,
  finishedAt: Nullable(DateTime),
  organizations: Type.Object({
    total: Type.Integer(),
    read: Type.Integer(),
    /** Vanished in the middle. */
    gone: Type.Integer(),
    /** Logto counts them, and never showed them. */
    unlisted: Type.Integer(),
  }),
  memberships: Type.Object({
    read: Type.Integer(),
    /** By what Logto said so far. */
    expected: Type.Integer(),
  }),
});
export type Snapshot = Static<typeof Snapshot>;

/** How many hold a role across organizations. */
export const RoleHolders = Type.Object({
  role: Named,
  memberships: Type.Integer(),
  people: Type.Integer(),
  organizations: Type.Integer(),
});
export type RoleHolders = Static<typeof RoleHolders>;

const Place = Type.Object({ id: Id, name: Nullable(Type.String()) });

export const SnapshotMembership = Type.Object({
  id: Type.String({ description: 'Of the row: organization and person' }),
  organization: Place,
  person: Type.Object({
    id: Id,
    name: Nullable(Type.String()),
    email: Nullable(Type.String()),
    username: Nullable(Type.String()),
  }),
  roles: Type.Array(Named),
  lastSignInAt: Nullable(DateTime),
  isSuspended: Type.Boolean(),
});
export type SnapshotMembership = Static<typeof SnapshotMembership>;

export const SnapshotOrganization = Type.Object({
  id: Id,
  name: Nullable(Type.String()),
  members: Nullable(Type.Integer()),
  /** Who can sign in. */
  admins: Type.Integer(),
  /** Vanished in the middle. */
  isGone: Type.Boolean(),
});
export type SnapshotOrganization = Static<typeof SnapshotOrganization>;

/** Of each flag, how many organizations or memberships. */
export const SnapshotFlags = Type.Object({
  organizations: Type.Object({
    no_admin: Type.Integer(),
    one_admin: Type.Integer(),
    gone: Type.Integer(),
  }),
  memberships: Type.Object({
    idle_admin: Type.Integer(),
    suspended_with_role: Type.Integer(),
    no_role: Type.Integer(),
    admin_in_several: Type.Integer(),
  }),
});
export type SnapshotFlags = Static<typeof SnapshotFlags>;

/** An id, or `latest`: the last one of all organizations that was finished. */
export const SnapshotParams = Type.Object({ snapshotId: Id });
export const SnapshotListQuery = Type.Object({ ...pageQuery }, { additionalProperties: false });

export const RoleHoldersQuery = Type.Object(
  { ...pageQuery, organization: Type.Optional(Id) },
  { additionalProperties: false },
);

const memberships = {
  organization: Type.Optional(Id),
  role: Type.Optional(Id),
  flag: Type.Optional(OfMemberships),
  /** Part of a name, an address or a username. */
  q: Type.Optional(searchText),
};
export const SnapshotMembershipQuery = Type.Object(
  { ...pageQuery, ...memberships },
  { additionalProperties: false },
);
export type SnapshotMembershipFilter = Omit<Static<typeof SnapshotMembershipQuery>, keyof typeof pageQuery>;

export const SnapshotOrganizationQuery = Type.Object(
  { ...pageQuery, flag: Type.Optional(OfOrganizations), q: Type.Optional(searchText) },
  { additionalProperties: false },
);
export type SnapshotOrganizationFilter = Omit<
  Static<typeof SnapshotOrganizationQuery>,
  keyof typeof pageQuery
>;
