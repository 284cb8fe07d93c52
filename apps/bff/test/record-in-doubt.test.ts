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

  /** Deletes an invitation without getting an answer; afterwards Logto answers each question about it like that. */
  const deletedAndHidden = async (status: number): Promise<{ id: string; path: string }> => {
    const { id } = (await invite()).invitation;
    controls.fail(operation.delete, { kind: 'cut' });
    await owner.call('DELETE', `${base}/invitations/${id}`);
    const path = `GET /api/organization-invitations/${id}`;
    controls.fail(path, { kind: 'status', status }, 1_000);
    return { id, path };
  };
  const outcomeOf = async (id: string) =>
    (await (await owner.get(`${base}/activity?target=${id}&action=invitation.delete`)).json())[0].outcome;
  const deleteWithoutAnswer = async (id: string) => {
    controls.fail(operation.delete, { kind: 'cut' });
    await owner.call('DELETE', `${base}/invitations/${id}`);
  };

  it.each([
    ['refuses to tell about', 422],
    ['keeps from the portal', 403],
    ['does not have, says a proxy,', 404],
    ['fails to tell about', 500],
  ])('that Logto %s keeps no later one from being settled', async (_case, status) => {
    // given: the oldest open change cannot be looked up
    const stuck = await deletedAndHidden(status);

    // when: another change is left without an answer
    await deleteWithoutAnswer(invitationId);

    // then
    expect(await settled()).toMatchObject({ target: { id: invitationId }, outcome: 'succeeded' });
    expect(await outcomeOf(stuck.id)).toBe('unknown');
  });

  it('and that Logto refuses to tell about stays unknown for good, with the reason in the log', async () => {
    // given
    const logged = portal.log().length;
    const { id, path } = await deletedAndHidden(400);

    // when
    await vi.waitFor(() => expect(portal.log().slice(logged)).toContain('a change stays unknown'), 5_000);

    // then: the portal does not ask Logto about it again
    const [{ times: left }] = controls.faults() as unknown as [{ times: number }];
    await deleteWithoutAnswer(invitationId);
    expect(await settled()).toMatchObject({ target: { id: invitationId }, outcome: 'succeeded' });
    expect(controls.faults()).toMatchObject([{ path, times: left }]);
    expect(await outcomeOf(id)).toBe('unknown');
  });

  it('is told apart: Logto keeps no trace of a message, so it stays unknown', async () => {
    controls.fail(operation.message, { kind: 'cut' });
    await owner.call('POST', `${base}/invitations/${invitationId}/resend`);
    expect(await newest()).toMatchObject({ action: 'invitation.resend', outcome: 'unknown' });
  });
});
