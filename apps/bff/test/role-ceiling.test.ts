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

// Attack: support, who may give two roles at most, brings in anybody as a bare member by giving none.
it('support invites nobody without a role, in whatever way it is sent', async () => {
  const { halden } = demo.organizations;
  const support = await portal.signIn(demo.users.support);
  const reason = { 'portal-reason': encodeURIComponent('ticket 4711, by phone') };
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const made = await portal.operator.call<{ id: string }>('POST', '/organization-invitations', {
    organizationId: halden,
    invitee: 'bare.member@example.com',
    expiresAt: Date.now() + 86_400_000 * 3,
  });
  const one = `${base}/invitations/${made.id}`;
  const send = async (method: string, path: string, body: object) =>
    JSON.stringify(await (await support.call(method, path, body, reason)).json());
  portal.logto.calls.reset();

  const answers = [
    await send('POST', `${base}/invitations`, { invitees: ['a@example.com'], roleIds: [], expiresAt }),
    await send('POST', '/api/invitations', {
      invitee: 'b@example.com',
      organizations: [{ organizationId: halden, roleIds: [] }],
      expiresAt,
    }),
    await send('POST', `${one}/renew`, {}),
    await send('PATCH', one, { expiresAt }),
    await send('PATCH', one, { roleIds: [] }),
    await send('POST', `${base}/invitations/bulk/renew`, { invitationIds: [made.id] }),
  ];
  const { id } = JSON.parse(
    await send('POST', `${base}/imports`, {
      language: 'en',
      by: 'mail',
      rows: [{ invitee: 'c@example.com', roleIds: [], expiresAt }],
    }),
  ) as { id: string };
  answers.push(await (await support.get(`${base}/imports/${id}/rows`)).text());

  for (const answer of answers) expect(answer).toContain('"role.required"');
  expect(Object.keys(portal.logto.calls.all()).filter((call) => !call.startsWith('GET '))).toEqual([]);
  const chosen = await send('PATCH', one, { roleIds: [demo.organizationRoles.member] });
  expect(chosen).toContain('"isRenewed":true');
});
