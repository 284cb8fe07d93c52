import { Type, type Static } from 'typebox';
import { Id } from './id.ts';
import { Nullable } from './nullable.ts';
import { pageQuery, searchText } from './page-query.ts';

export const OrganizationScope = Type.Object({
  id: Id,
  name: Type.String(),
  description: Nullable(Type.String()),
});

/** A role of the organization template. Roles for machines are not among them. */
export const OrganizationRole = Type.Object({
  id: Id,
  name: Type.String(),
  description: Nullable(Type.String()),
  scopes: Type.Array(OrganizationScope),
});
export type OrganizationRole = Static<typeof OrganizationRole>;

export const OrganizationRoleParams = Type.Object({ roleId: Id });

export const OrganizationRoleListQuery = Type.Object(
  { ...pageQuery, q: Type.Optional(searchText) },
  { additionalProperties: false },
);
