import type { ManagementApi } from '@org-portal/management-api';
import { json, type Handler } from '../upstream.ts';

const page = { page: 1, pageSize: 20 };
const user = {
  id: 'u1',
  username: null,
  primaryEmail: null,
  primaryPhone: null,
  createdAt: 0,
  name: null,
  avatar: null,
  lastSignInAt: null,
  isSuspended: false,
};
const organization = { id: 'o1', name: 'Acme', description: null, branding: {} };
const role = { id: 'r1', name: 'admin', description: null, type: 'User', scopes: [], resourceScopes: [] };
const invitation = {
  id: 'i1',
  organizationId: 'o1',
  inviterId: null,
  acceptedUserId: null,
  invitee: 'ada@example.com',
  status: 'Pending',
  createdAt: 0,
  updatedAt: 0,
  expiresAt: 0,
  organizationRoles: [],
};
const newInvitation = {
  organizationId: 'o1',
  inviterId: 'u1',
  invitee: 'ada@example.com',
  roleIds: [],
  expiresAt: new Date(0),
  message: { link: 'https://portal.example.com/', locale: 'en' },
};

const oneTimeToken = { id: 't1', token: 'secret', status: 'active' };

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Every function of the client, what it sends, and what a Logto that works answers. */
export const CALLS: [string, (api: ManagementApi) => Promise<unknown>, Method, string, unknown?][] = [
  ['organizations.list', (api) => api.organizations.list(page), 'GET', '/organizations', [organization]],
  ['organizations.get', (api) => api.organizations.get('o1'), 'GET', '/organizations/o1', organization],
  ['members.list', (api) => api.members.list('o1', page), 'GET', '/organizations/o1/users', []],
  [
    'members.roles',
    (api) => api.members.roles('o1', 'u1'),
    'GET',
    '/organizations/o1/users/u1/roles',
    [role],
  ],
  [
    'members.replaceRoles',
    (api) => api.members.replaceRoles('o1', 'u1', []),
    'PUT',
    '/organizations/o1/users/u1/roles',
  ],
  ['members.remove', (api) => api.members.remove('o1', 'u1'), 'DELETE', '/organizations/o1/users/u1'],
  ['connectors.list', (api) => api.connectors.list(), 'GET', '/connectors', [{ type: 'Email' }]],
  ['users.get', (api) => api.users.get('u1'), 'GET', '/users/u1', user],
  [
    'users.search',
    (api) => api.users.search(page, { texts: { name: 'Ada' }, isExact: false, isCaseSensitive: false }),
    'GET',
    '/users',
    [user],
  ],
  ['users.withEmails', (api) => api.users.withEmails(['ada@example.com']), 'GET', '/users', [user]],
  [
    'users.setSuspended',
    (api) => api.users.setSuspended('u1', true),
    'PATCH',
    '/users/u1/is-suspended',
    user,
  ],
  ['users.memberships', (api) => api.users.memberships('u1'), 'GET', '/users/u1/organizations', []],
  ['users.roleNames', (api) => api.users.roleNames('u1'), 'GET', '/users/u1/roles', []],
  [
    'users.signOutEverywhere',
    (api) => api.users.signOutEverywhere('u2'),
    'GET',
    '/users/u2/sessions',
    { sessions: [{ payload: { uid: 's1' } }] },
  ],
  [
    'organizationTemplate.roles',
    (api) => api.organizationTemplate.roles(),
    'GET',
    '/organization-roles',
    [role],
  ],
  [
    'organizationTemplate.scopes',
    (api) => api.organizationTemplate.scopes(),
    'GET',
    '/organization-scopes',
    [],
  ],
  [
    'invitations.ofOrganization',
    (api) => api.invitations.ofOrganization('o1'),
    'GET',
    '/organization-invitations',
    [],
  ],
  [
    'invitations.inBatches',
    async (api) => {
      const batches = [];
      for await (const batch of api.invitations.inBatches('o1')) batches.push(...batch);
      return batches;
    },
    'GET',
    '/organization-invitations',
    [invitation],
  ],
  [
    'invitations.ofInvitee',
    (api) => api.invitations.ofInvitee('a@b.example'),
    'GET',
    '/organization-invitations',
    [],
  ],
  ['invitations.get', (api) => api.invitations.get('i1'), 'GET', '/organization-invitations/i1', invitation],
  [
    'invitations.create',
    (api) => api.invitations.create(newInvitation),
    'POST',
    '/organization-invitations',
    invitation,
  ],
  [
    'oneTimeTokens.create',
    (api) => api.oneTimeTokens.create('ada@example.com', 600),
    'POST',
    '/one-time-tokens',
    oneTimeToken,
  ],
  [
    'invitations.sendMessage',
    (api) => api.invitations.sendMessage('i1', newInvitation.message),
    'POST',
    '/organization-invitations/i1/message',
  ],
  [
    'invitations.revoke',
    (api) => api.invitations.revoke('i2'),
    'PUT',
    '/organization-invitations/i2/status',
    invitation,
  ],
  [
    'invitations.accept',
    (api) => api.invitations.accept('i3', 'u1'),
    'PUT',
    '/organization-invitations/i3/status',
    invitation,
  ],
  ['invitations.delete', (api) => api.invitations.delete('i1'), 'DELETE', '/organization-invitations/i1'],
];

/** A Logto that works. */
export const worksForAll: Handler = (request, reply) => {
  const { pathname } = new URL(request.url ?? '', 'http://logto');
  // Signing out everywhere reads it too.
  if (pathname === '/api/users/u2/grants') return json(reply, 200, { grants: [{ id: 'g1' }] });
  const call = CALLS.find(([, , method, path]) => method === request.method && `/api${path}` === pathname);
  const body = call?.[4];
  return body === undefined
    ? reply.writeHead(204).end()
    : json(reply, 200, body, Array.isArray(body) ? { 'total-number': String(body.length) } : {});
};
