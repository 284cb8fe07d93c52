import { Type, type Static } from 'typebox';
import { Id, Named } from './id.ts';
import { Nullable } from './nullable.ts';

/** An API of the operator's, in which permissions are given too. */
const ApiResource = Type.Object({ id: Id, name: Type.String() });

/** What the organization roles give: permissions in organizations first, then in each API. */
export const RoleMatrix = Type.Object({
  roles: Type.Array(Type.Object({ id: Id, name: Type.String(), description: Nullable(Type.String()) })),
  groups: Type.Array(
    Type.Object({
      /** None: in organizations. */
      resource: Type.Union([ApiResource, Type.Null()]),
      permissions: Type.Array(
        Type.Object({
          id: Id,
          name: Type.String(),
          description: Nullable(Type.String()),
          /** The roles that give it. */
          roleIds: Type.Array(Id),
        }),
      ),
    }),
  ),
});
export type RoleMatrix = Static<typeof RoleMatrix>;

/** What somebody may do where, and by which of their roles. */
export const PersonPermissions = Type.Object({
  person: Type.Object({
    id: Id,
    name: Nullable(Type.String()),
    email: Nullable(Type.String()),
    username: Nullable(Type.String()),
    isSuspended: Type.Boolean(),
  }),
  organizations: Type.Array(
    Type.Object({
      organization: Named,
      roles: Type.Array(Named),
      permissions: Type.Array(
        Type.Object({
          id: Id,
          name: Type.String(),
          description: Nullable(Type.String()),
          /** Of an API; none: in the organization. */
          resource: Type.Union([Named, Type.Null()]),
          /** The roles that give it there. */
          roleIds: Type.Array(Id),
        }),
      ),
    }),
  ),
});
export type PersonPermissions = Static<typeof PersonPermissions>;
