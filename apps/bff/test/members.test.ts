import type { Member } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { parseLinkHeader } from '@org-portal/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';

const portal = await startPortal();
const { halden, atlas, kestrel, lumen } = demo.organizations;
const roles = demo.organizationRoles;
const people = demo.users;
const inHalden = `/api/organizations/${halden}/members`;

describe('the members of an organization', () => {
  it('come in pages, with Total-Number and one Link header that keeps the query', async () => {
    const admin = await portal.signIn(people.admin);
    const reply = await admin.get(`${inHalden}?page=2&page_size=50&q=halden`);
    const members: Member[] = await reply.json();
    expect(reply.status).toBe(200);
    expect(members).toHaveLength(50);
    const total = Number(reply.headers.get('total-number'));
    expect(total).toBeGreaterThan(1000);
    const link = (page: number) => `${inHalden}?page=${page}&page_size=50&q=halden`;
    expect(parseLinkHeader(reply.headers.get('link')!)).toEqual({
      first: link(1),
      prev: link(1),
      next: link(3),
      last: link(Math.ceil(total / 50)),
    });
  });

  it('are 2,400, each once, when all pages are read', async () => {
    const admin = await portal.signIn(people.admin);
    const ids = new Set<string>();
    for (let page = 1; page <= 24; page += 1) {
      const members: Member[] = await (await admin.get(`${inHalden}?page=${page}&page_size=100`)).json();
      for (const member of members) ids.add(member.id);
    }
    expect(ids.size).toBe(2400);
  });

  it('are found by name and filtered by role', async () => {
    const admin = await portal.signIn(people.admin);
    const found: Member[] = await (await admin.get(`${inHalden}?q=ingrid.sorensen`)).json();
    expect(found.map((member) => member.id)).toContain(people.admin);
    const owners: Member[] = await (await admin.get(`${inHalden}?role=${roles.owner}`)).json();
    expect(owners.length).toBeGreaterThan(0);
    for (const owner of owners) expect(owner.roles.map((role) => role.id)).toContain(roles.owner);
  });

  it.each(['page=0', 'page=two', 'page_size=0', 'page_size=101', 'page=1&page=2', 'sort=name', 'role=a%2Fb'])(
    '?%s is refused with the fault',
    async (query) => {
      const admin = await portal.signIn(people.admin);
      const reply = await admin.get(`${inHalden}?${query}`);
      expect(reply.status).toBe(422);
      const problem = await reply.json();
      expect(problem).toMatchObject({ code: 'request.invalid', instance: reply.headers.get('x-request-id') });
      expect(problem.errors).toHaveLength(1);
    },
  );

  it('beyond the last page are none', async () => {
    const admin = await portal.signIn(people.admin);
    const reply = await admin.get(`${inHalden}?page=999`);
    expect(await reply.json()).toEqual([]);
    expect(reply.headers.get('total-number')).toBe('2400');
  });

  it('cost one call upstream when the person is known, three when not', async () => {
    const fresh = await startPortal();
    const admin = await fresh.signIn(people.admin);
    fresh.logto.calls.reset();
    expect((await admin.get(inHalden)).status).toBe(200);
    expect(fresh.logto.calls.total).toBeLessThanOrEqual(3);
    fresh.logto.calls.reset();
    expect((await admin.get(`${inHalden}?page=2`)).status).toBe(200);
    expect(fresh.logto.calls.total).toBe(1);
  });
});

describe('a search', () => {
  let made = 0;

  // Attack: who may read members finds out their telephone numbers, which are not shown, digit by digit.
  it.each(['4499001', '44990_1', '%4499001%', '_4990012', '4499%012'])(
    'for %s does not tell whose telephone number has these digits',
    async (q) => {
      const { id } = await portal.operator.call<{ id: string }>('POST', '/users', {
        name: 'Nora Novak',
        primaryPhone: `44990012${100 + (made += 1)}`,
      });
      await portal.operator.call('POST', `/organizations/${halden}/users`, { userIds: [id] });
      const viewer = await portal.signIn(people.viewer);
      const reply = await viewer.get(`${inHalden}?q=${encodeURIComponent(q)}`);
      expect(reply.headers.get('total-number')).toBe('0');
      expect(await reply.json()).toEqual([]);
    },
  );
  it('for digits still finds names, usernames and addresses that have them', async () => {
    const email = 'nora.4471@halden.example';
    const { id } = await portal.operator.call<{ id: string }>('POST', '/users', { primaryEmail: email });
    await portal.operator.call('POST', `/organizations/${halden}/users`, { userIds: [id] });
    const viewer = await portal.signIn(people.viewer);
    const found: Member[] = await (await viewer.get(`${inHalden}?q=4471`)).json();
    expect(found.map((member) => member.email)).toContain(email);
  });

  it('for what most ids have is cut off, and says so', async () => {
    const viewer = await portal.signIn(people.viewer);
    const reply = await viewer.get(`${inHalden}?q=1&page_size=100`);
    expect(reply.headers.get('total-number-is-capped')).toBe('true');
    expect(await reply.json()).toHaveLength(100);
  });
});

describe('a single member', () => {
  it('is told with what may be done', async () => {
    const admin = await portal.signIn(people.admin);
    const owner: Member = await (await admin.get(`${inHalden}/${people.owner}`)).json();
    expect(owner).toMatchObject({
      id: people.owner,
      name: 'Amara Okafor',
      blocked: { remove: 'role.above_ceiling' },
    });
    const viewer: Member = await (await admin.get(`${inHalden}/${people.viewer}`)).json();
    expect(viewer.blocked).toEqual({});
  });

  it('who is the last admin cannot be removed, and it says so', async () => {
    const sole = await portal.signIn(people.soleAdmin);
    const member: Member = await (
      await sole.get(`/api/organizations/${atlas}/members/${people.soleAdmin}`)
    ).json();
    expect(member.blocked.remove).toBe('member.last_admin');
  });

  it('of another organization is not found', async () => {
    const admin = await portal.signIn(people.admin);
    expect((await admin.get(`${inHalden}/${people.soleAdmin}`)).status).toBe(404);
    expect((await admin.get(`${inHalden}/nosuchuser`)).status).toBe(404);
  });
});

describe('changing roles', () => {
  const put = async (who: string, memberId: string, roleIds: string[], organizationId: string = halden) => {
    const browser = await portal.signIn(who);
    return browser.call('PUT', `/api/organizations/${organizationId}/members/${memberId}/roles`, { roleIds });
  };
  beforeEach(async () => {
    await portal.operator.call('PUT', `/organizations/${halden}/users/${people.viewer}/roles`, {
      organizationRoleIds: [roles.viewer],
    });
  });

  it('answers with the member as it is now', async () => {
    const reply = await put(people.admin, people.viewer, [roles.viewer, roles.member]);
    expect(reply.status).toBe(200);
    const { roles: now }: Member = await reply.json();
    expect(now.map((role) => role.id).sort()).toEqual([roles.member, roles.viewer].sort());
  });

  // Attack: an admin makes an accomplice an owner, or takes the owners away, and so gets more than the admin has.
  it.each([
    ['gives a role above', people.viewer, [roles.viewer, roles.owner]],
    ['takes a role above away', people.owner, []],
  ])('that %s the own ones is refused', async (_name, memberId, roleIds) => {
    const reply = await put(people.admin, memberId, roleIds);
    expect(reply.status).toBe(403);
    expect(await reply.json()).toMatchObject({
      code: 'role.above_ceiling',
      errors: [{ pointer: '/roleIds' }],
    });
  });

  it.each([
    ['for machines', roles.syncAgent],
    ['that does not exist', 'nosuchrole'],
  ])('to a role %s is refused', async (_name, roleId) => {
    const reply = await put(people.owner, people.viewer, [roleId]);
    expect(reply.status).toBe(422);
    expect(await reply.json()).toMatchObject({ code: 'role.not_assignable' });
  });

  it('of the last admin is refused when it costs the admin role', async () => {
    const reply = await put(people.soleAdmin, people.soleAdmin, [roles.viewer], atlas);
    expect(reply.status).toBe(409);
    expect(await reply.json()).toMatchObject({ code: 'member.last_admin' });
    const kept = await put(people.soleAdmin, people.soleAdmin, [roles.admin, roles.viewer], atlas);
    expect(kept.status).toBe(200);
  });

  it('takes effect on the next click of who was demoted', async () => {
    await portal.operator
      .call('PUT', `/organizations/${kestrel}/users/${people.viewer}/roles`, {
        organizationRoleIds: [],
      })
      .catch(() => undefined);
    await portal.operator.call('POST', `/organizations/${halden}/users/${people.viewer}/roles`, {
      organizationRoleIds: [roles.admin],
    });
    const demoted = await portal.signIn(people.viewer);
    const path = `${inHalden}/${people.owner}/roles`;
    expect((await demoted.call('PUT', path, { roleIds: [] })).status).toBe(403);
    expect((await put(people.owner, people.viewer, [roles.viewer])).status).toBe(200);
    const reply = await demoted.call('PUT', path, { roleIds: [] });
    expect(await reply.json()).toMatchObject({
      code: 'permission.missing',
      permission: 'update:member:role',
    });
  });
});

describe('removing a member', () => {
  const somebody = async () => {
    const name = `Temp ${Math.random()}`;
    const { id } = await portal.operator.call<{ id: string }>('POST', '/users', { name });
    await portal.operator.call('POST', `/organizations/${halden}/users`, { userIds: [id] });
    return id;
  };

  it('works once', async () => {
    const admin = await portal.signIn(people.admin);
    const id = await somebody();
    expect((await admin.call('DELETE', `${inHalden}/${id}`)).status).toBe(204);
    expect((await admin.call('DELETE', `${inHalden}/${id}`)).status).toBe(404);
  });

  it('is refused for roles above the ceiling, and for the last admin', async () => {
    const admin = await portal.signIn(people.admin);
    const above = await admin.call('DELETE', `${inHalden}/${people.owner}`);
    expect(await above.json()).toMatchObject({ status: 403, code: 'role.above_ceiling' });
    const sole = await portal.signIn(people.soleAdmin);
    const last = await sole.call('DELETE', `/api/organizations/${atlas}/members/${people.soleAdmin}`);
    expect(await last.json()).toMatchObject({ status: 409, code: 'member.last_admin' });
  });

  // Attack: the last two admins remove, or demote, each other at the same moment; both checks see two admins.
  it('by the last two admins of each other, at once, leaves one', async () => {
    for (let round = 0; round < 20; round += 1) {
      await portal.operator.call('PUT', `/organizations/${lumen}/users`, {
        userIds: [people.viewer, people.nobody],
      });
      for (const id of [people.viewer, people.nobody]) {
        await portal.operator.call('PUT', `/organizations/${lumen}/users/${id}/roles`, {
          organizationRoleIds: [roles.admin],
        });
      }
      const [one, other] = [await portal.signIn(people.viewer), await portal.signIn(people.nobody)];
      const members = `/api/organizations/${lumen}/members`;
      const replies = await Promise.all([
        one.call('DELETE', `${members}/${people.nobody}`),
        round % 2 === 0
          ? other.call('DELETE', `${members}/${people.viewer}`)
          : other.call('PUT', `${members}/${people.viewer}/roles`, { roleIds: [] }),
      ]);
      expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
      const admins = await portal.operator.call<unknown[]>(
        'GET',
        `/organizations/${lumen}/users?organizationRoleId=${roles.admin}`,
      );
      expect(admins).toHaveLength(1);
    }
  });
});
