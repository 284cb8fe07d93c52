import { Type, type Static } from 'typebox';

/** What the portal reads of Logto's entities; they carry more, which goes no further than here. */

const nullableString = Type.Union([Type.String(), Type.Null()]);

const Named = Type.Object({ id: Type.String(), name: Type.String() });

export const LogtoUser = Type.Object({
  id: Type.String(),
  username: nullableString,
  primaryEmail: nullableString,
  primaryPhone: nullableString,
  name: nullableString,
  avatar: nullableString,
  lastSignInAt: Type.Union([Type.Number(), Type.Null()]),
  createdAt: Type.Number(),
  isSuspended: Type.Boolean(),
});
export type LogtoUser = Static<typeof LogtoUser>;

export const LogtoMember = Type.Object({ ...LogtoUser.properties, organizationRoles: Type.Array(Named) });
export type LogtoMember = Static<typeof LogtoMember>;

export const LogtoOrganization = Type.Object({
  id: Type.String(),
  name: Type.String(),
  description: nullableString,
  branding: Type.Object({ logoUrl: Type.Optional(Type.String()) }),
});
export type LogtoOrganization = Static<typeof LogtoOrganization>;

export const LogtoMembership = Type.Object({
  ...LogtoOrganization.properties,
  organizationRoles: Type.Array(Named),
});
export type LogtoMembership = Static<typeof LogtoMembership>;

const roleType = Type.Union([Type.Literal('User'), Type.Literal('MachineToMachine')]);

export const LogtoOrganizationRole = Type.Object({
  id: Type.String(),
  name: Type.String(),
  description: nullableString,
  type: roleType,
});
export type LogtoOrganizationRole = Static<typeof LogtoOrganizationRole>;

export const LogtoOrganizationRoleWithScopes = Type.Object({
  ...LogtoOrganizationRole.properties,
  scopes: Type.Array(Named),
  /** Of the operator's own APIs. */
  resourceScopes: Type.Array(Type.Object({ id: Type.String() })),
});

export const LogtoOrganizationScope = Type.Object({
  id: Type.String(),
  name: Type.String(),
  description: nullableString,
});
export type LogtoOrganizationScope = Static<typeof LogtoOrganizationScope>;

export const LogtoApiResource = Type.Object({
  id: Type.String(),
  name: Type.String(),
  scopes: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), description: nullableString })),
});
export type LogtoApiResource = Static<typeof LogtoApiResource>;

export const LogtoRole = Type.Object({ id: Type.String(), name: Type.String(), type: roleType });
export type LogtoRole = Static<typeof LogtoRole>;

/** It carries passwords too, which are not read. */
export const LogtoConnector = Type.Object({
  type: Type.Union([Type.Literal('Email'), Type.Literal('Sms'), Type.Literal('Social')]),
});
export type LogtoConnector = Static<typeof LogtoConnector>;

export const LogtoInvitation = Type.Object({
  id: Type.String(),
  organizationId: Type.String(),
  inviterId: nullableString,
  acceptedUserId: nullableString,
  invitee: Type.String(),
  status: Type.Union([
    Type.Literal('Pending'),
    Type.Literal('Accepted'),
    Type.Literal('Expired'),
    Type.Literal('Revoked'),
  ]),
  createdAt: Type.Number(),
  /** When it was accepted or revoked, if it was. */
  updatedAt: Type.Number(),
  expiresAt: Type.Number(),
  organizationRoles: Type.Array(Named),
});
export type LogtoInvitation = Static<typeof LogtoInvitation>;

export const LogtoOneTimeToken = Type.Object({
  id: Type.String(),
  token: Type.String(),
  status: Type.Union([
    Type.Literal('active'),
    Type.Literal('consumed'),
    Type.Literal('revoked'),
    Type.Literal('expired'),
  ]),
});
export type LogtoOneTimeToken = Static<typeof LogtoOneTimeToken>;
