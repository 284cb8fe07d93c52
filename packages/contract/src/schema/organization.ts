import { Type, type Static } from 'typebox';
import { Id } from './id.ts';
import { Nullable } from './nullable.ts';
import { pageQuery, searchText } from './page-query.ts';

/** What the person who asks may do in an organization. */
export const Access = Type.Object({
  permissions: Type.Array(Type.String(), {
    description: 'Names of the organization scopes held, those of the product included',
  }),
  assignableRoleIds: Type.Array(Id, {
    description: 'Roles at or below the ceiling: to give and to take away',
  }),
  mayInviteWithoutRole: Type.Boolean({
    description: 'Whether an invitation may carry no role (support: SUPPORT_INVITES_WITHOUT_ROLE)',
  }),
  isReasonRequired: Type.Boolean({
    description: 'Each change needs the header portal-reason (support staff)',
  }),
  isMember: Type.Boolean({ description: 'False: here as staff' }),
});
export type Access = Static<typeof Access>;

export const Organization = Type.Object({
  id: Id,
  name: Type.String(),
  description: Nullable(Type.String()),
  logoUrl: Nullable(Type.String()),
  access: Access,
});
export type Organization = Static<typeof Organization>;

export const OrganizationParams = Type.Object({ organizationId: Id });

export const OrganizationListQuery = Type.Object(
  { ...pageQuery, q: Type.Optional(searchText) },
  { additionalProperties: false },
);
