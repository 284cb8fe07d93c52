import { Type, type Static } from 'typebox';
import { DateTime, Id, Named } from './id.ts';
import { Nullable } from './nullable.ts';
import { pageQuery, searchText } from './page-query.ts';
import { ProblemCodeSchema } from './problem.ts';

const identity = {
  id: Id,
  name: Nullable(Type.String()),
  username: Nullable(Type.String()),
  email: Nullable(Type.String()),
  avatar: Nullable(Type.String()),
};

/** Somebody who belongs to an organization, as its admins see them. */
export const Member = Type.Object({
  ...identity,
  lastSignInAt: Nullable(DateTime),
  isSuspended: Type.Boolean(),
  roles: Type.Array(Named),
  blocked: Type.Object(
    { changeRoles: Type.Optional(ProblemCodeSchema), remove: Type.Optional(ProblemCodeSchema) },
    {
      description:
        'Why the person who asks may not do this; absent: allowed. The last admin is told only of a single member',
    },
  ),
});
export type Member = Static<typeof Member>;

export const MemberParams = Type.Object({ organizationId: Id, memberId: Id });

export const MemberListQuery = Type.Object(
  { ...pageQuery, q: Type.Optional(searchText), role: Type.Optional(Id) },
  { additionalProperties: false },
);

/** The roles that the member shall have afterwards. */
export const MemberRolesInput = Type.Object(
  { roleIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }) },
  { additionalProperties: false },
);
export type MemberRolesInput = Static<typeof MemberRolesInput>;
