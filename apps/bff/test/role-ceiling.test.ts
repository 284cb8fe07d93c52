import { demo } from '@org-portal/dev-logto';
import { expect, it, vi } from 'vitest';
import { startPortal } from './harness/portal.ts';

const portal = await startPortal();
const base = `/api/organizations/${demo.organizations.halden}`;

// Attack: an admin gives an accomplice a role without any permission in the organization, that gives much in the
// operator's own API.
it('a role that gives what one does not hold in an API of the operator is above the ceiling', async () => {
  const resource = await portal.operator.call<{ id: string }>('POST', '/resources', {
    name: 'Exports',
    indicator: 'https://exports.example',
  });
  const scope = await portal.operator.call<{ id: string }>('POST', `/resources/${resource.id}/scopes`, {
    name: 'write:exports',
  });
  const role = await portal.operator.call<{ id: string }>('POST', '/organization-roles', {
    name: 'exporter',
    resourceScopeIds: [scope.id],
  });
  const admin = await portal.signIn(demo.users.admin);
  const isKnown = async () =>
    expect((await admin.get(`/api/organization-roles/${role.id}`)).status).toBe(200);
  await vi.waitFor(isKnown, { timeout: 10_000, interval: 250 });
  const { access } = await (await admin.get(base)).json();
  expect(access.assignableRoleIds).not.toContain(role.id);
  portal.logto.calls.reset();
  const replies = [
    await admin.call('PUT', `${base}/members/${demo.users.viewer}/roles`, { roleIds: [role.id] }),
    await admin.call('POST', `${base}/invitations`, {
      invitees: ['accomplice@example.com'],
      roleIds: [role.id],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    }),
  ];
  for (const reply of replies) {
    expect(await reply.json()).toMatchObject({ status: 403, code: 'role.above_ceiling' });
  }
  expect(Object.keys(portal.logto.calls.all()).filter((call) => !call.startsWith('GET '))).toEqual([]);
});

// Attack: an invitation made past the portal, with a role for machines, is accepted by a person.
it('a role for machines cannot be accepted', async () => {
  const { pine } = demo.organizations;
  const invitation = await portal.operator.call<{ id: string }>('POST', '/organization-invitations', {
    organizationId: pine,
    invitee: 'lin.xiaoyu@example.com',
    organizationRoleIds: [demo.organizationRoles.syncAgent],
    expiresAt: Date.now() + 86_400_000,
  });
  const invitee = await portal.signIn(demo.users.nobody);
  portal.logto.calls.reset();
  const reply = await invitee.call('POST', `/api/session/invitations/${invitation.id}/accept`);
  expect(await reply.json()).toMatchObject({ status: 422, code: 'role.not_assignable' });
  expect(Object.keys(portal.logto.calls.all()).filter((call) => !call.startsWith('GET '))).toEqual([]);
  expect((await invitee.get(`/api/organizations/${pine}`)).status).toBe(404);
});
