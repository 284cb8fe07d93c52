import type { User } from '../store/entities.ts';
import type { Store } from '../store/store.ts';

/** Which claims a scope opens, as Logto has it (oidc.json). `at_hash` comes with every ID token. */
export const claimsOfScope = {
  openid: ['sub', 'at_hash'],
  profile: [
    'name',
    'family_name',
    'given_name',
    'middle_name',
    'nickname',
    'preferred_username',
    'profile',
    'picture',
    'website',
    'gender',
    'birthdate',
    'zoneinfo',
    'locale',
    'updated_at',
    'username',
    'created_at',
  ],
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
  address: ['address'],
  custom_data: ['custom_data'],
  identities: ['identities', 'sso_identities'],
  roles: ['roles'],
  'urn:logto:scope:organizations': ['organizations', 'organization_data'],
  'urn:logto:scope:organization_roles': ['organization_roles'],
  'urn:logto:scope:sessions': [],
};

/** Only userinfo carries these. */
const userinfoOnly = ['custom_data', 'identities', 'sso_identities', 'organization_data'];

/** Profile fields that Logto names in camel case, by their claim. */
const profileClaims = {
  family_name: 'familyName',
  given_name: 'givenName',
  middle_name: 'middleName',
  nickname: 'nickname',
  profile: 'profile',
  website: 'website',
  gender: 'gender',
  birthdate: 'birthdate',
  zoneinfo: 'zoneinfo',
  locale: 'locale',
  address: 'address',
};

function organizationClaims(store: Store, userId: string) {
  const organizations = store.members
    .organizationsOf(userId)
    .flatMap((id) => store.organizations.get(id) ?? []);
  return {
    organizations: organizations.map(({ id }) => id),
    organization_data: organizations.map(({ id, name, description }) => ({ id, name, description })),
    organization_roles: organizations.flatMap(({ id }) =>
      store.members
        .rolesOf(id, userId)
        .map((roleId) => `${id}:${store.organizationRoles.get(roleId)?.name ?? ''}`),
    ),
  };
}

/** Everything that a token or userinfo may say of a user; the scopes pick. Times are milliseconds, as recorded. */
export function userClaims(store: Store, user: User, use: string): Record<string, unknown> {
  const roles = store.userRoles.rightOf(user.id).flatMap((id) => store.roles.get(id)?.name ?? []);
  const claims = {
    ...Object.fromEntries(
      Object.entries(profileClaims).map(([claim, field]) => [claim, user.profile[field]]),
    ),
    name: user.name,
    preferred_username: user.profile['preferredUsername'] ?? user.username,
    username: user.username,
    picture: user.avatar,
    updated_at: user.updatedAt,
    created_at: user.createdAt,
    email: user.primaryEmail,
    email_verified: Boolean(user.primaryEmail),
    phone_number: user.primaryPhone,
    phone_number_verified: Boolean(user.primaryPhone),
    custom_data: user.customData,
    identities: user.identities,
    sso_identities: [],
    roles,
    ...organizationClaims(store, user.id),
  };
  if (use !== 'id_token') return claims;
  return Object.fromEntries(Object.entries(claims).filter(([claim]) => !userinfoOnly.includes(claim)));
}
