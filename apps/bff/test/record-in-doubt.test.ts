import type { ActivityEntry } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startPortal } from './harness/portal.ts';

const portal = await startPortal({}, { late: 300 });
const { controls } = portal.logto;
const { halden } = demo.organizations;
const { member, viewer } = demo.organizationRoles;
const base = `/api/organizations/${halden}`;
const owner = await portal.signIn(demo.users.owner);
const expiresAt = new Date(Date.now() + 7 * 86_400_000).toISOString();

const newest = async (): Promise<ActivityEntry> =>
  (await (await owner.get(`${base}/activity?page_size=1`)).json())[0];

const settled = () =>
  vi.waitFor(
    async () => {
      const entry = await newest();
      expect(['attempted', 'unknown']).not.toContain(entry.outcome);
      return entry;
    },
    { timeout: 5_000, interval: 50 },
  );

const operation = {
  roles: 'PUT /api/organizations/{id}/users/{userId}/roles',
  remove: 'DELETE /api/organizations/{id}/users/{userId}',
  create: 'POST /api/organization-invitations',
  status: 'PUT /api/organization-invitations/{id}/status',
  delete: 'DELETE /api/organization-invitations/{id}',
  message: 'POST /api/organization-invitations/{id}/message',
};

const invite = async () => {
  const invitees = [`p${Math.random()}@example.com`];
  const reply = await owner.call('POST', `${base}/invitations`, { invitees, roleIds: [member], expiresAt });
  return (await reply.json()).results[0];
};

describe('a change that Logto left without an answer', () => {
  let memberId = '';
  let invitationId = '';

  beforeEach(async () => {
    controls.clearFaults();
    const { id } = await portal.operator.call<{ id: string }>('POST', '/users', { name: 'Nora Novak' });
    memberId = id;
    await portal.operator.call('POST', `/organizations/${halden}/users`, { userIds: [id] });
    await portal.operator.call('PUT', `/organizations/${halden}/users/${id}/roles`, {
      organizationRoleIds: [viewer],
    });
    invitationId = (await invite()).invitation.id;
  });

  const changes: [string, string, () => Promise<unknown>][] = [
    [
      'roles',
      operation.roles,
      () => owner.call('PUT', `${base}/members/${memberId}/roles`, { roleIds: [member] }),
    ],
    ['removal', operation.remove, () => owner.call('DELETE', `${base}/members/${memberId}`)],
    ['invitation', operation.create, invite],
    ['revocation', operation.status, () => owner.call('POST', `${base}/invitations/${invitationId}/revoke`)],
    ['deletion', operation.delete, () => owner.call('DELETE', `${base}/invitations/${invitationId}`)],
  ];

  it.each(changes)('and carried out, is found done: %s', async (_name, path, change) => {
    controls.fail(path, { kind: 'cut' });
    await change();
    expect(await settled()).toMatchObject({ outcome: 'succeeded', problem: null });
    expect((await newest()).target.id).toMatch(/^\w+$/);
  });

  it.each(changes)('and not carried out, is found not done: %s', async (_name, path, change) => {
    controls.fail(path, { kind: 'reset' });
    await change();
    expect(await settled()).toMatchObject({ outcome: 'failed', problem: 'upstream.failed' });
  });

  it('is looked for until Logto can be asked', async () => {
    controls.fail(operation.delete, { kind: 'cut' });
    await owner.call('DELETE', `${base}/invitations/${invitationId}`);
    controls.fail('GET /api/organization-invitations/{id}', { kind: 'status', status: 500 }, 2);
    expect(await settled()).toMatchObject({ outcome: 'succeeded' });
    expect(controls.faults()).toEqual([]);
  });

  it('is told apart: Logto keeps no trace of a message, so it stays unknown', async () => {
    controls.fail(operation.message, { kind: 'cut' });
    await owner.call('POST', `${base}/invitations/${invitationId}/resend`);
    expect(await newest()).toMatchObject({ action: 'invitation.resend', outcome: 'unknown' });
  });
});
