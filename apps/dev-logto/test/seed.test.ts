import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo, demoAccounts, startDevLogto, type DevLogto } from '../src/index.ts';
import { managementApi } from './management-api.ts';

let logto: DevLogto;
let api: Awaited<ReturnType<typeof managementApi>>;

beforeAll(async () => {
  logto = await startDevLogto();
  api = await managementApi(logto.origin);
});
afterAll(() => logto.close());

interface Member {
  readonly id: string;
  readonly name: string | null;
  readonly avatar: string | null;
  readonly primaryEmail: string;
  readonly isSuspended: boolean;
  readonly lastSignInAt: number | null;
  readonly createdAt: number;
  readonly organizationRoles: readonly { readonly id: string; readonly name: string }[];
}

async function members(organizationId: string, target = api): Promise<Member[]> {
  const all: Member[] = [];
  for (let page = 1; ; page += 1) {
    const { body } = await target('GET', `/organizations/${organizationId}/users?page=${page}&page_size=100`);
    if (body.length === 0) return all;
    all.push(...body);
  }
}

const total = async (path: string) => Number((await api('GET', path)).headers.get('total-number'));

test('12 organizations, one of 2,400 members, one empty', async () => {
  expect(await total('/organizations')).toBe(12);
  expect(await total(`/organizations/${demo.organizations.halden}/users`)).toBe(2400);
  expect(await total(`/organizations/${demo.organizations.pine}/users`)).toBe(0);
});

test('the roles have the permissions of the design, and an admin lacks one of owner and billing', async () => {
  const { body } = await api('GET', '/organization-roles');
  const scopes = Object.fromEntries(
    body.map((role: { name: string; type: string; scopes: { name: string }[] }) => [
      role.name,
      [role.type, ...role.scopes.map(({ name }) => name)],
    ]),
  );
  const portal = [
    'read:member',
    'invite:member',
    'remove:member',
    'update:member:role',
    'manage:organization',
  ];
  expect(scopes).toEqual({
    owner: ['User', ...portal, 'manage:billing'],
    admin: ['User', ...portal],
    billing: ['User', 'read:member', 'manage:billing'],
    member: ['User', 'read:member'],
    viewer: ['User', 'read:member'],
    'sync agent': ['MachineToMachine', 'read:member'],
  });
});

test('one organization has a single person who may manage it, another has nobody', async () => {
  const managers = async (id: string) =>
    (await members(id)).filter(({ organizationRoles }) =>
      organizationRoles.some(({ name }) => name === 'admin' || name === 'owner'),
    );
  expect((await managers(demo.organizations.atlas)).map(({ id }) => id)).toEqual([demo.users.soleAdmin]);
  expect(await managers(demo.organizations.brightwater)).toEqual([]);
});

test('people are as different as people are', async () => {
  const people = await members(demo.organizations.halden);
  const some = (passes: (one: Member) => boolean) => people.filter(passes).length;
  for (const script of [
    /\p{Script=Han}/u,
    /\p{Script=Hiragana}/u,
    /\p{Script=Arabic}/u,
    /\p{Script=Cyrillic}/u,
    /\p{Script=Devanagari}/u,
    /[àáãåçéøüżž]/iu,
  ]) {
    expect(
      some(({ name }) => script.test(name ?? '')),
      String(script),
    ).toBeGreaterThan(10);
  }
  expect(some(({ name }) => name === null)).toBeGreaterThan(10);
  expect(some(({ name }) => (name ?? '').length > 60)).toBeGreaterThan(0);
  expect(some(({ avatar }) => avatar === null)).toBeGreaterThan(1000);
  expect(some(({ avatar }) => avatar !== null)).toBeGreaterThan(100);
  expect(some(({ isSuspended }) => isSuspended)).toBeGreaterThan(10);
  expect(some(({ lastSignInAt }) => lastSignInAt === null)).toBeGreaterThan(50);
  expect(
    some(({ lastSignInAt }) => lastSignInAt !== null && lastSignInAt > Date.now() - 3_600_000),
  ).toBeGreaterThan(10);
  expect(
    some(({ lastSignInAt }) => lastSignInAt !== null && lastSignInAt < Date.now() - 365 * 86_400_000),
  ).toBeGreaterThan(10);
  expect(some(({ organizationRoles }) => organizationRoles.length === 0)).toBe(2);
  expect(some(({ organizationRoles }) => organizationRoles.length > 1)).toBeGreaterThan(0);
  expect(new Set(people.map(({ primaryEmail }) => primaryEmail.toLowerCase())).size).toBe(2400);
  expect(
    people.every(({ createdAt, lastSignInAt }) => lastSignInAt === null || lastSignInAt >= createdAt),
  ).toBe(true);
});

test('no picture is fetched from anywhere', async () => {
  const people = await members(demo.organizations.halden);
  expect(
    people.every(({ avatar }) => avatar === null || (avatar.startsWith('data:') && avatar.length <= 2048)),
  ).toBe(true);
});

test('the first page shows the demo people first, and several roles', async () => {
  const { body } = await api('GET', `/organizations/${demo.organizations.halden}/users`);
  expect(body.slice(0, 2).map(({ id }: Member) => id)).toEqual([demo.users.owner, demo.users.admin]);
  const names = new Set(
    body.flatMap(({ organizationRoles }: Member) => organizationRoles.map(({ name }) => name)),
  );
  expect(names).toEqual(new Set(['owner', 'admin', 'billing', 'member', 'viewer']));
});

test('invitations in all four states, by several people and by nobody, some about to end', async () => {
  const { body } = await api('GET', `/organization-invitations?organizationId=${demo.organizations.halden}`);
  expect(body).toHaveLength(62);
  const states = body.map(({ status }: { status: string }) => status);
  for (const state of ['Pending', 'Accepted', 'Expired', 'Revoked']) {
    expect(states.filter((one: string) => one === state).length, state).toBeGreaterThanOrEqual(5);
  }
  expect(
    new Set(body.map(({ inviterId }: { inviterId: string | null }) => inviterId)).size,
  ).toBeGreaterThanOrEqual(4);
  const soon = (one: { status: string; expiresAt: number }) =>
    one.status === 'Pending' && one.expiresAt < Date.now() + 86_400_000;
  expect(body.some(soon)).toBe(true);
  const pending = body.filter(({ status }: { status: string }) => status === 'Pending');
  const invitees = pending.map(({ invitee }: { invitee: string }) => invitee);
  expect(new Set(invitees).size).toBe(invitees.length);
  const known = new Set((await members(demo.organizations.halden)).map(({ primaryEmail }) => primaryEmail));
  expect(invitees.filter((invitee: string) => known.has(invitee))).toEqual([]);
  const accepted = body.filter(({ status }: { status: string }) => status === 'Accepted');
  for (const { acceptedUserId, invitee } of accepted) {
    expect((await api('GET', `/users/${acceptedUserId}`)).body.primaryEmail).toBe(invitee);
  }
});

test('the demo accounts are who they say they are', async () => {
  for (const { id, name, email } of demoAccounts) {
    expect((await api('GET', `/users/${id}`)).body).toMatchObject({ id, name, primaryEmail: email });
  }
  const globalRoles = async (id: string) =>
    (await api('GET', `/users/${id}/roles`)).body.map(({ name }: { name: string }) => name);
  expect(await globalRoles(demo.users.support)).toEqual(['support']);
  expect(await globalRoles(demo.users.ops)).toEqual(['ops']);
  expect((await globalRoles(demo.users.opsLead)).sort()).toEqual(['change', 'ops']);
  expect((await api('GET', `/users/${demo.users.nobody}/organizations`)).body).toEqual([]);
  expect((await api('GET', `/users/${demo.users.suspended}`)).body.isSuspended).toBe(true);
  const { body: places } = await api('GET', `/users/${demo.users.admin}/organizations`);
  expect(
    places.map((one: { id: string; organizationRoles: { name: string }[] }) => [
      one.id,
      one.organizationRoles.map(({ name }) => name),
    ]),
  ).toEqual([
    [demo.organizations.halden, ['admin']],
    [demo.organizations.kestrel, ['admin']],
    [demo.organizations.lumen, ['viewer']],
  ]);
});

test('ids have the shape of the real ones', async () => {
  const shape = /^[a-z0-9]{12,21}$/;
  const { organizations, scopes, organizationRoles, roles, users } = demo;
  for (const id of [organizations, scopes, organizationRoles, roles, users].flatMap((group) =>
    Object.values(group),
  )) {
    expect(id).toMatch(shape);
  }
  expect((await members(demo.organizations.halden)).every(({ id }) => /^[a-z0-9]{12}$/.test(id))).toBe(true);
});

test('it is the same on every start', async () => {
  const other = await startDevLogto();
  const there = await managementApi(other.origin);
  const same = (people: Member[]) =>
    people.map(({ id, name, primaryEmail, organizationRoles }) => ({
      id,
      name,
      primaryEmail,
      organizationRoles,
    }));
  const { lumen } = demo.organizations;
  expect(same(await members(lumen, there))).toEqual(same(await members(lumen)));
  await other.close();
});

test('the big organization has as many members as asked for, the same people first', async () => {
  const few = await startDevLogto({ members: 40 });
  const { body, headers } = await (
    await managementApi(few.origin)
  )('GET', `/organizations/${demo.organizations.halden}/users?page_size=40`);
  await few.close();
  expect(headers.get('total-number')).toBe('40');
  const usual = await members(demo.organizations.halden);
  expect(body.map(({ id }: Member) => id)).toEqual(usual.slice(0, 40).map(({ id }) => id));
});
