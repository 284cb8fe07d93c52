import type { createApiClient } from '@logto/api/management';
import { expect, it } from 'vitest';
import type {
  LogtoApiResource,
  LogtoConnector,
  LogtoInvitation,
  LogtoMember,
  LogtoMembership,
  LogtoOneTimeToken,
  LogtoOrganization,
  LogtoOrganizationScope,
  LogtoUser,
  TemplateRole,
} from '../src/index.ts';

/*
 * What the client sends and reads, held against the types that Logto publishes of its OpenAPI document. The compiler
 * does it; no call is made.
 */

declare const logto: ReturnType<typeof createApiClient>;

/** What the call would answer fits into `Read`, says the compiler. */
const answers = <Read>(call: () => Promise<{ data?: Read }>) => expect(call).toBeTypeOf('function');

const id = 'x';
const query = { page: 1, page_size: 20 };
const user = { params: { path: { userId: id } } };
const organization = { params: { path: { id } } };
const member = { params: { path: { id, userId: id } } };

const reads = {
  organizations: () => logto.GET('/api/organizations', { params: { query: { ...query, q: 'ada' } } }),
  organization: () => logto.GET('/api/organizations/{id}', organization),
  members: () =>
    logto.GET('/api/organizations/{id}/users', {
      params: { path: { id }, query: { ...query, q: 'ada', organizationRoleId: id } },
    }),
  memberRoles: () => logto.GET('/api/organizations/{id}/users/{userId}/roles', member),
  users: () => logto.GET('/api/users', { params: { query: { ...query, search_params: { search: 'ada' } } } }),
  user: () => logto.GET('/api/users/{userId}', user),
  memberships: () => logto.GET('/api/users/{userId}/organizations', user),
  userRoles: () => logto.GET('/api/users/{userId}/roles', { params: { path: { userId: id }, query } }),
  sessions: () => logto.GET('/api/users/{userId}/sessions', user),
  grants: () => logto.GET('/api/users/{userId}/grants', user),
  roles: () => logto.GET('/api/organization-roles', { params: { query } }),
  scopes: () => logto.GET('/api/organization-scopes'),
  apiResources: () => logto.GET('/api/resources', { params: { query: { ...query, includeScopes: 'true' } } }),
  connectors: () => logto.GET('/api/connectors'),
  invitations: () =>
    logto.GET('/api/organization-invitations', { params: { query: { organizationId: id, invitee: 'a@b' } } }),
  invitation: () => logto.GET('/api/organization-invitations/{id}', organization),
};

const writes = {
  replaceRoles: () =>
    logto.PUT('/api/organizations/{id}/users/{userId}/roles', {
      ...member,
      body: { organizationRoleIds: [id] },
    }),
  remove: () => logto.DELETE('/api/organizations/{id}/users/{userId}', member),
  suspend: () => logto.PATCH('/api/users/{userId}/is-suspended', { ...user, body: { isSuspended: true } }),
  endSession: () =>
    logto.DELETE('/api/users/{userId}/sessions/{sessionId}', {
      params: { path: { userId: id, sessionId: id }, query: { revokeGrantsTarget: 'all' } },
    }),
  endGrant: () =>
    logto.DELETE('/api/users/{userId}/grants/{grantId}', { params: { path: { userId: id, grantId: id } } }),
  invite: () =>
    logto.POST('/api/organization-invitations', {
      body: {
        organizationId: id,
        inviterId: id,
        invitee: 'a@b',
        organizationRoleIds: [id],
        expiresAt: 0,
        messagePayload: { link: 'https://portal.example.com/' },
      },
    }),
  send: () =>
    logto.POST('/api/organization-invitations/{id}/message', { ...organization, body: { link: 'x' } }),
  revoke: () =>
    logto.PUT('/api/organization-invitations/{id}/status', { ...organization, body: { status: 'Revoked' } }),
  accept: () =>
    logto.PUT('/api/organization-invitations/{id}/status', {
      ...organization,
      body: { status: 'Accepted', acceptedUserId: id },
    }),
  delete: () => logto.DELETE('/api/organization-invitations/{id}', organization),
  oneTimeToken: () => logto.POST('/api/one-time-tokens', { body: { email: 'a@b', expiresIn: 600 } }),
};

it('what Logto publishes of its replies is what the client reads', () => {
  answers<LogtoOrganization[]>(reads.organizations);
  answers<LogtoOrganization>(reads.organization);
  answers<LogtoMember[]>(reads.members);
  answers<Omit<TemplateRole, 'scopes' | 'resourceScopes'>[]>(reads.memberRoles);
  answers<LogtoUser[]>(reads.users);
  answers<LogtoUser>(reads.user);
  answers<LogtoMembership[]>(reads.memberships);
  answers<{ name: string }[]>(reads.userRoles);
  answers<{ sessions: { payload: { uid: string } }[] }>(reads.sessions);
  answers<{ grants: { id: string }[] }>(reads.grants);
  answers<TemplateRole[]>(reads.roles);
  answers<LogtoOrganizationScope[]>(reads.scopes);
  answers<LogtoConnector[]>(reads.connectors);
  answers<LogtoInvitation[]>(reads.invitations);
  answers<(Omit<LogtoApiResource, 'scopes'> & Partial<Pick<LogtoApiResource, 'scopes'>>)[]>(
    reads.apiResources,
  );
  answers<LogtoInvitation>(reads.invitation);
});

it('and of its replies to writes', () => {
  answers<LogtoUser>(writes.suspend);
  answers<LogtoInvitation>(writes.invite);
  answers<LogtoInvitation>(writes.revoke);
  answers<LogtoInvitation>(writes.accept);
  answers<LogtoOneTimeToken>(writes.oneTimeToken);
  for (const call of [writes.replaceRoles, writes.remove, writes.endSession, writes.send, writes.delete])
    answers<undefined>(call);
});
