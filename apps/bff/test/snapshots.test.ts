import type { Snapshot, SnapshotFlags, SnapshotMembership, SnapshotOrganization } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { describe, expect, it, vi } from 'vitest';
import type { Browser } from './harness/browser.ts';
import { startPortal, type RunningPortal } from './harness/portal.ts';
import { startRecorder } from './harness/upstream-recorder.ts';

const roles = demo.organizationRoles;
const { ops, support, owner, soleAdmin } = demo.users;

async function taken(browser: Browser): Promise<Snapshot> {
  const { id } = (await (await browser.call('POST', '/api/snapshots')).json()) as Snapshot;
  return vi.waitFor(
    async () => {
      const snapshot = (await (await browser.get(`/api/snapshots/${id}`)).json()) as Snapshot;
      expect(snapshot.finishedAt).not.toBeNull();
      return snapshot;
    },
    { timeout: 60_000, interval: 20 },
  );
}

async function all<Row>(browser: Browser, path: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const sign = path.includes('?') ? '&' : '?';
    const reply = await browser.get(`/api/snapshots/latest/${path}${sign}page=${page}&page_size=100`);
    expect(reply.status).toBe(200);
    rows.push(...((await reply.json()) as Row[]));
    if (rows.length >= Number(reply.headers.get('total-number'))) return rows;
  }
}

const memberships = (browser: Browser, query = '') => all<SnapshotMembership>(browser, `memberships${query}`);

async function organization({ operator }: RunningPortal, name: string): Promise<string> {
  const { id } = await operator.call<{ id: string }>('POST', '/organizations', { name });
  return id;
}

async function person({ operator }: RunningPortal, organizationId: string, roleIds: string[] = []) {
  const { id } = await operator.call<{ id: string }>('POST', '/users', {
    primaryEmail: `${crypto.randomUUID()}@example.com`,
    name: 'Somebody',
  });
  await join({ operator }, organizationId, id, roleIds);
  return id;
}

async function join(
  { operator }: Pick<RunningPortal, 'operator'>,
  organizationId: string,
  userId: string,
  organizationRoleIds: string[],
): Promise<void> {
  await operator.call('POST', `/organizations/${organizationId}/users`, { userIds: [userId] });
  if (organizationRoleIds.length > 0)
    await operator.call('PUT', `/organizations/${organizationId}/users/${userId}/roles`, {
      organizationRoleIds,
    });
}

describe('a snapshot', async () => {
  const portal = await startPortal();
  const browser = await portal.signIn(ops);

  it('has each member of each organization once, with their roles', async () => {
    const snapshot = await taken(browser);
    expect(snapshot).toMatchObject({ status: 'Finished', createdBy: { id: ops } });
    const organizations = await all<SnapshotOrganization>(browser, 'organizations');
    const { operator } = portal;
    const there = await operator.call<{ id: string; name: string }[]>('GET', '/organizations?page_size=100');
    expect(new Map(organizations.map(({ id, name }) => [id, name]))).toEqual(
      new Map(there.map(({ id, name }) => [id, name])),
    );
    const found = await memberships(browser);
    const expected = new Map<string, string[]>();
    for (const { id } of there)
      for (let page = 1, more = true; more; page += 1) {
        const members = await operator.call<{ id: string; organizationRoles: { id: string }[] }[]>(
          'GET',
          `/organizations/${id}/users?page=${page}&page_size=100`,
        );
        for (const one of members)
          expected.set(`${id}:${one.id}`, one.organizationRoles.map((role) => role.id).sort());
        more = members.length === 100;
      }
    expect(new Map(found.map((one) => [one.id, one.roles.map(({ id }) => id).sort()]))).toEqual(expected);
    expect(snapshot.memberships).toEqual({ read: expected.size, expected: expected.size });
  });

  it('is one for two who ask at the same moment', async () => {
    const asked = await Promise.all([1, 2, 3].map(() => browser.call('POST', '/api/snapshots')));
    const ids = await Promise.all(asked.map(async (reply) => ((await reply.json()) as Snapshot).id));
    expect(new Set(ids).size).toBe(1);
    await taken(browser);
  });

  it('tells how many hold a role, in all organizations and in one', async () => {
    await taken(browser);
    const found = await memberships(browser);
    const held = await all<{ role: { id: string }; memberships: number; people: number }>(browser, 'roles');
    for (const { role, memberships: count, people } of held) {
      const holders = found.filter((one) => one.roles.some(({ id }) => id === role.id));
      expect(count).toBe(holders.length);
      expect(people).toBe(new Set(holders.map((one) => one.person.id)).size);
      expect(await memberships(browser, `?role=${role.id}`)).toHaveLength(count);
    }
    const { halden } = demo.organizations;
    const here = await all<{ role: { id: string }; memberships: number }>(
      browser,
      `roles?organization=${halden}`,
    );
    const admins = found.filter(
      (one) => one.organization.id === halden && one.roles.some(({ id }) => id === roles.admin),
    );
    expect(here.find(({ role }) => role.id === roles.admin)?.memberships).toBe(admins.length);
  });

  it('shows what is odd, and every number has its list', async () => {
    const lonely = await organization(portal, 'Lonely');
    await person(portal, lonely, [roles.viewer]);
    const small = await organization(portal, 'Small');
    const only = await person(portal, small, [roles.owner]);
    const suspended = await person(portal, small, [roles.owner]);
    const harmless = await person(portal, small);
    for (const id of [suspended, harmless])
      await portal.operator.call('PATCH', `/users/${id}/is-suspended`, { isSuspended: true });
    const nothing = await person(portal, small);
    for (const name of ['Wide 1', 'Wide 2'])
      await join(portal, await organization(portal, name), only, [roles.owner]);
    await taken(browser);

    const flags = (await (await browser.get('/api/snapshots/latest/flags')).json()) as SnapshotFlags;
    const places = async (flag: string) =>
      (await all<SnapshotOrganization>(browser, `organizations?flag=${flag}`)).map(({ id }) => id);
    const people = async (flag: string) =>
      (await memberships(browser, `?flag=${flag}`)).map((one) => one.person.id);
    expect(await places('no_admin')).toContain(lonely);
    expect(await places('no_admin')).not.toContain(small);
    expect(await places('one_admin')).toContain(small);
    expect(await people('suspended_with_role')).toContain(suspended);
    expect(await people('suspended_with_role')).not.toContain(harmless);
    expect(await people('no_role')).toContain(nothing);
    expect(await people('idle_admin')).toContain(only);
    expect(await people('idle_admin')).not.toContain(suspended);
    expect((await people('admin_in_several')).filter((id) => id === only)).toHaveLength(3);
    for (const flag of ['no_admin', 'one_admin'] as const)
      expect(flags.organizations[flag]).toBe((await places(flag)).length);
    for (const flag of ['idle_admin', 'suspended_with_role', 'no_role', 'admin_in_several'] as const)
      expect(flags.memberships[flag]).toBe((await people(flag)).length);
  });

  it('finds people by part of a name or an address, and takes a wildcard for what it is', async () => {
    const found = await memberships(browser);
    const somebody = found.find((one) => one.person.email !== null)!;
    const matching = await memberships(
      browser,
      `?q=${encodeURIComponent(somebody.person.email!.toUpperCase())}`,
    );
    expect(matching.map((one) => one.person.id)).toContain(somebody.person.id);
    for (const wild of ['%', '_%_', '\\', "' or 1=1 --"])
      expect(await memberships(browser, `?q=${encodeURIComponent(wild)}`)).toEqual([]);
  });

  it('is for ops alone', async () => {
    for (const other of [support, owner]) {
      const theirs = await portal.signIn(other);
      for (const path of ['', '/latest', '/latest/memberships', '/latest/flags'])
        expect((await theirs.get(`/api/snapshots${path}`)).status).toBe(404);
      expect((await theirs.call('POST', '/api/snapshots')).status).toBe(404);
    }
  });
});

describe('a snapshot that meets trouble', async () => {
  it('has everybody who stayed, where somebody leaves or joins between two pages', async () => {
    let between = async (): Promise<unknown> => undefined;
    const recorder = await startRecorder(async (body, { url }) => {
      if (/haldenlogst1\/users\?(?=.*page_size=100).*\bpage=1\b/.test(url)) {
        const once = between;
        between = async () => undefined;
        await once();
      }
      return body;
    });
    const portal = await startPortal({ LOGTO_MANAGEMENT_ENDPOINT: recorder.origin });
    recorder.target = portal.logto.origin;
    const browser = await portal.signIn(ops);
    const { halden } = demo.organizations;
    const users = `/organizations/${halden}/users`;
    const [newest] = await portal.operator.call<{ id: string }[]>('GET', `${users}?page=1&page_size=1`);
    const after = async (change: () => Promise<unknown>) => {
      between = change;
      await taken(browser);
      return (await memberships(browser, `?organization=${halden}`)).map((one) => one.person.id).sort();
    };
    const present = await after(async () => undefined);
    // All others come one forward: one of them from the second page to the first, which was read.
    const left = () => portal.operator.call('DELETE', `${users}/${newest!.id}`);
    expect(await after(left)).toEqual(present);
    const joined = () => portal.operator.call('POST', users, { userIds: [soleAdmin] });
    const stayed = present.filter((id) => id !== newest!.id);
    expect(await after(joined)).toEqual([...stayed, soleAdmin].sort());
  }, 60_000);

  it('shows an organization that vanished in the middle as such, and goes on', async () => {
    const portal = await startPortal();
    const browser = await portal.signIn(ops);
    const gone = await organization(portal, 'Vanishing');
    await person(portal, gone, [roles.viewer]);
    portal.logto.controls.fail(
      `GET /api/organizations/${gone}/users`,
      { kind: 'status', status: 503 },
      1_000,
    );
    const { id } = (await (await browser.call('POST', '/api/snapshots')).json()) as Snapshot;
    await vi.waitFor(async () => {
      const snapshot = (await (await browser.get(`/api/snapshots/${id}`)).json()) as Snapshot;
      expect(snapshot.organizations.total).toBeGreaterThan(0);
    });
    await portal.operator.call('DELETE', `/organizations/${gone}`);
    portal.logto.controls.clearFaults();
    const snapshot = await taken(browser);
    expect(snapshot.status).toBe('Finished');
    expect(snapshot.organizations.gone).toBe(1);
    const [only] = await all<SnapshotOrganization>(browser, 'organizations?flag=gone');
    expect(only).toMatchObject({ id: gone, isGone: true });
    expect(await memberships(browser, `?organization=${gone}`)).toEqual([]);
  });

  it('is refused while it is read when it holds more than anybody reviews, and says how much', async () => {
    const portal = await startPortal({}, { mostReviewLines: 20 });
    const browser = await portal.signIn(ops);
    const snapshot = await taken(browser);
    expect(snapshot.status).toBe('TooLarge');
    expect(snapshot.memberships.expected).toBeGreaterThan(20);
    expect((await browser.get('/api/snapshots/latest')).status).toBe(404);
    expect(await (await browser.get(`/api/snapshots/${snapshot.id}/memberships`)).json()).toEqual([]);
  });

  it('can be cancelled, and forgets what it has read', async () => {
    const portal = await startPortal();
    const browser = await portal.signIn(ops);
    portal.logto.controls.fail('GET /api/organizations/{id}/users', { kind: 'status', status: 503 }, 1_000);
    const { id } = (await (await browser.call('POST', '/api/snapshots')).json()) as Snapshot;
    const reply = await browser.call('POST', `/api/snapshots/${id}/cancel`);
    expect(await reply.json()).toMatchObject({ id, status: 'Cancelled' });
    expect(await (await browser.get(`/api/snapshots/${id}/memberships`)).json()).toEqual([]);
  });
});
