import type { InvitationResults } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startPortal } from './harness/portal.ts';

const portal = await startPortal();
const { lumen } = demo.organizations;
const { owner, admin, viewer } = demo.organizationRoles;
const people = demo.users;
const base = `/api/organizations/${lumen}`;
const users = `/organizations/${lumen}/users`;

const join = async (id: string, role: string) => {
  await portal.operator.call('POST', users, { userIds: [id] });
  await portal.operator.call('PUT', `${users}/${id}/roles`, { organizationRoleIds: [role] });
};
const newMember = async () => {
  const { id } = await portal.operator.call<{ id: string }>('POST', '/users', { name: 'Nora Novak' });
  await join(id, viewer);
  return id;
};
const arrived = (operation: string, count = 1) =>
  vi.waitFor(() => expect(portal.logto.calls.count(operation)).toBeGreaterThanOrEqual(count), {
    timeout: 10_000,
  });

const ROLES = 'PUT /api/organizations/{id}/users/{userId}/roles';
const slow = { kind: 'slow', delayMs: 500 } as const;

// Attack: an admin who is about to lose the role sends changes that wait behind others, to be carried out after it.
describe('a change that waits while its author loses the right to it', () => {
  beforeEach(async () => {
    await portal.logto.controls.reset();
    await join(people.owner, owner);
    await join(people.soleAdmin, admin);
    await join(people.admin, admin);
  });

  it('is refused when it is its turn', async () => {
    const members = await Promise.all(Array.from({ length: 5 }, newMember));
    const [boss, author] = [await portal.signIn(people.owner), await portal.signIn(people.soleAdmin)];
    expect((await author.get(`${base}/members`)).status).toBe(200);
    portal.logto.calls.reset();
    portal.logto.controls.fail(ROLES, slow);
    const demotion = boss.call('PUT', `${base}/members/${people.soleAdmin}/roles`, { roleIds: [viewer] });
    await arrived(ROLES);
    const changes = members.map((id, nth) =>
      nth % 2 === 0
        ? author.call('DELETE', `${base}/members/${id}`)
        : author.call('PUT', `${base}/members/${id}/roles`, { roleIds: [admin] }),
    );
    expect((await demotion).status).toBe(200);
    for (const reply of await Promise.all(changes)) {
      expect(await reply.json()).toMatchObject({ status: 403, code: 'permission.missing' });
    }
    for (const id of members) {
      const roles = await portal.operator.call<{ id: string }[]>('GET', `${users}/${id}/roles`);
      expect(roles.map((role) => role.id)).toEqual([viewer]);
    }
  });

  it('is refused for the addresses that have not been invited yet', async () => {
    const [boss, author] = [await portal.signIn(people.owner), await portal.signIn(people.admin)];
    const invitees = Array.from({ length: 40 }, (_, nth) => `accomplice.${nth}@example.com`);
    const CREATE = 'POST /api/organization-invitations';
    portal.logto.calls.reset();
    portal.logto.controls.fail(CREATE, slow, 40);
    const invitations = author.call('POST', `${base}/invitations`, {
      invitees,
      roleIds: [admin],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    });
    await arrived(CREATE);
    expect((await boss.call('DELETE', `${base}/members/${people.admin}`)).status).toBe(204);
    const { results }: InvitationResults = await (await invitations).json();
    const refused = results.filter(({ problem }) => problem?.code === 'resource.not_found');
    expect(refused.length).toBeGreaterThan(20);
    expect(portal.logto.calls.count(CREATE)).toBe(40 - refused.length);
  });
});
