import { REASON_HEADER, type Import, type ImportRow } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Browser } from './harness/browser.ts';
import { startPortal } from './harness/portal.ts';
import { startRecorder } from './harness/upstream-recorder.ts';
import { addresses, handIn as handInAt, inDays, rowOf } from './imports/list.ts';

/** Requests to Logto in 10 s: few, so that rows of imports wait for their turn. */
const BUDGET = 40;

const recorder = await startRecorder();
const portal = await startPortal({ LOGTO_MANAGEMENT_ENDPOINT: recorder.origin }, { late: 300 });
recorder.target = portal.logto.origin;
const { controls } = portal.logto;
const { halden, kestrel } = demo.organizations;
const { owner: ownerRole, admin: adminRole, member, viewer } = demo.organizationRoles;
const base = `/api/organizations/${halden}`;
const CREATE = 'POST /api/organization-invitations';
const owner = await portal.signIn(demo.users.owner);
const support = await portal.signIn(demo.users.support);
const headers = { [REASON_HEADER]: encodeURIComponent('ticket 4711, by phone') };

const call = (browser: Browser, method: string, path: string, body?: object) =>
  browser.call(method, base + path, body, headers);
const rows = async (id: string): Promise<ImportRow[]> =>
  (await owner.get(`${base}/imports/${id}/rows?page_size=100`)).json();
const importOf = async (id: string, browser = owner): Promise<Import> =>
  (await browser.get(`${base}/imports/${id}`)).json();
const ended = (id: string) =>
  vi.waitFor(async () => expect((await importOf(id)).status).toBe('Finished'), {
    timeout: 20_000,
    interval: 50,
  });
const moveOn = (browser: Browser, id: string, move: string) =>
  call(browser, 'POST', `/imports/${id}/${move}`);

async function newAdmin(roleIds: string[] = [adminRole]): Promise<{ id: string; browser: Browser }> {
  const email = `p${Math.random().toString(36).slice(2)}@example.com`;
  const password = 'Correct-Horse-9';
  const user = { name: 'Nora Novak', primaryEmail: email, password };
  const { id } = await portal.operator.call<{ id: string }>('POST', '/users', user);
  await portal.operator.call('POST', `/organizations/${halden}/users`, { userIds: [id] });
  await portal.operator.call('PUT', `/organizations/${halden}/users/${id}/roles`, {
    organizationRoleIds: roleIds,
  });
  const browser = portal.visitor();
  const page = await browser.visit('/auth/sign-in');
  await browser.visit(page.url, { method: 'POST', body: new URLSearchParams({ email, password }) });
  return { id, browser };
}
const demote = (id: string) => owner.call('PUT', `${base}/members/${id}/roles`, { roleIds: [viewer] });

/** @returns an import that its owner has paused before more than a few rows were sent */
async function pausedImport(roleIds: string[], browser = owner): Promise<string> {
  controls.fail(CREATE, { kind: 'slow', delayMs: 300 }, 1_000);
  const list = addresses(60).map((address) => rowOf(address, { roleIds }));
  const { id } = await handInAt(browser, halden, list);
  expect((await moveOn(browser, id, 'pause')).status).toBe(200);
  await vi.waitFor(async () => expect((await importOf(id)).counts.sending).toBe(0), 5_000);
  controls.clearFaults();
  return id;
}

async function invitation(roleIds: string[], address = addresses(1)[0]): Promise<string> {
  const body = { invitees: [address], roleIds, expiresAt: inDays(14) };
  const reply = await owner.call('POST', `${base}/invitations`, body);
  return (await reply.json()).results[0].invitation.id;
}

beforeEach(() => controls.clearFaults());

const admin = await newAdmin();

describe('support, or an admin, has owners invited that an owner had paused', () => {
  it.each([
    ['support', support],
    ['an admin', admin.browser],
  ])('%s cannot continue, retry or cancel an import that carries owner', async (_who, browser) => {
    // given
    const id = await pausedImport([ownerRole]);
    const sent = (await importOf(id)).counts.sent;

    // when
    const replies = [];
    for (const move of ['continue', 'retry', 'cancel']) replies.push(await moveOn(browser, id, move));

    // then
    for (const reply of replies)
      expect(await reply.json()).toMatchObject({
        status: 403,
        code: 'role.above_ceiling',
        detail: expect.stringContaining('owner'),
      });
    const { counts, status, rolesToSend } = await importOf(id, browser);
    expect({ status, sent: counts.sent }).toEqual({ status: 'Paused', sent });
    expect(rolesToSend).toEqual([{ id: ownerRole, name: 'owner' }]);
    const [entry] = await (await owner.get(`${base}/activity?target=${id}&outcome=refused`)).json();
    expect(entry).toMatchObject({ action: 'import.cancel', problem: 'role.above_ceiling' });
    expect((await moveOn(owner, id, 'cancel')).status).toBe(200);
  });

  it('support, who may not invite without a role, cannot continue or retry one that has none', async () => {
    // given
    const id = await pausedImport([]);

    // when
    const replies = [await moveOn(support, id, 'continue'), await moveOn(support, id, 'retry')];

    // then
    for (const reply of replies)
      expect(await reply.json()).toMatchObject({ status: 422, code: 'role.required' });
    expect(await importOf(id)).toMatchObject({ status: 'Paused', counts: { failed: 0 } });
    expect((await moveOn(support, id, 'cancel')).status).toBe(200);
  });

  it('but anybody who invites may pause it, and continue one whose roles they may give', async () => {
    const id = await pausedImport([member]);
    expect((await moveOn(support, id, 'continue')).status).toBe(200);
    expect((await moveOn(admin.browser, id, 'pause')).status).toBe(200);
    expect((await moveOn(admin.browser, id, 'cancel')).status).toBe(200);
  });

  it('an admin cannot have the owner rows of an import sent again that failed, only the others', async () => {
    // given
    controls.fail(CREATE, { kind: 'status', status: 422 }, 3);
    const list = addresses(3).map((address, n) =>
      rowOf(address, { roleIds: [n === 0 ? member : ownerRole] }),
    );
    const { id } = await handInAt(owner, halden, list);
    await ended(id);
    expect(await importOf(id, admin.browser)).toMatchObject({ retryable: 1 });
    expect(await importOf(id)).toMatchObject({ retryable: 3 });

    // when
    expect((await moveOn(admin.browser, id, 'retry')).status).toBe(200);
    await ended(id);

    // then
    expect((await rows(id)).map(({ state }) => state)).toEqual(['sent', 'failed', 'failed']);
    const refused = await moveOn(admin.browser, id, 'retry');
    expect(await refused.json()).toMatchObject({ status: 403, code: 'role.above_ceiling' });
    expect((await moveOn(owner, id, 'retry')).status).toBe(200);
    await ended(id);
    expect((await importOf(id)).counts.sent).toBe(3);
  });
});

describe('somebody goes on giving roles that they may not give any more', () => {
  it('through an import that they continued for an owner', { timeout: 90_000 }, async () => {
    // given
    const { id: adminId, browser } = await newAdmin();
    const id = await pausedImport([member]);
    controls.fail(CREATE, { kind: 'slow', delayMs: 300 }, 1_000);
    const { sent } = (await importOf(id)).counts;
    expect((await moveOn(browser, id, 'continue')).status).toBe(200);
    await vi.waitFor(async () => expect((await importOf(id)).counts.sent).toBeGreaterThan(sent), 5_000);

    // when
    await demote(adminId);
    controls.clearFaults();
    await ended(id);

    // then
    const failed = (await rows(id)).filter(({ state }) => state === 'failed');
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.map(({ problem }) => problem?.code)).toEqual(failed.map(() => 'permission.missing'));
    expect(failed.at(-1)?.problem?.detail).toContain('continued this import');
    // The owner takes it over.
    expect((await moveOn(owner, id, 'retry')).status).toBe(200);
    await ended(id);
    expect((await importOf(id)).counts.failed).toBe(0);
  });

  it('through rows that were checked before, and wait for their turn', { timeout: 90_000 }, async () => {
    // given: a portal of its own, whose rows wait for the budget
    const narrow = await startRecorder();
    const other = await startPortal({
      LOGTO_MANAGEMENT_ENDPOINT: narrow.origin,
      LOGTO_BUDGET: String(BUDGET),
    });
    narrow.target = other.logto.origin;
    const boss = await other.signIn(demo.users.owner);
    const theirs = await other.signIn(demo.users.admin);
    const list = addresses(100);
    const { id } = await handInAt(
      theirs,
      halden,
      list.map((address) => rowOf(address)),
    );
    const created = () =>
      narrow.sent.filter(
        ({ method, url }) => method === 'POST' && url.startsWith('/api/organization-invitations'),
      );
    await vi.waitFor(() => expect(created().length).toBeGreaterThan(2), { timeout: 20_000, interval: 10 });

    // when
    const reply = await boss.call('PUT', `${base}/members/${demo.users.admin}/roles`, { roleIds: [viewer] });
    expect(reply.status).toBe(200);
    const before = performance.now();
    await vi.waitFor(
      async () =>
        expect(await (await boss.get(`${base}/imports/${id}`)).json()).toMatchObject({ status: 'Finished' }),
      { timeout: 60_000, interval: 100 },
    );

    // then
    expect(created().filter(({ time }) => time > before)).toEqual([]);
  });

  it(
    'through an invitation that a crashed change left revoked, and that is made again',
    { timeout: 60_000 },
    async () => {
      // given
      const { id: adminId, browser } = await newAdmin();
      const [address] = addresses(1);
      const id = await invitation([adminRole], address);
      controls.fail(CREATE, { kind: 'reset' }, 1_000);
      await call(browser, 'POST', `/invitations/${id}/renew`, {});

      // when
      await demote(adminId);
      controls.clearFaults();

      // then
      await vi.waitFor(
        async () => {
          const path = `${base}/activity?action=invitation.restore&outcome=refused&page_size=1`;
          const [entry] = await (await owner.get(path)).json();
          expect(entry).toMatchObject({
            target: { name: address },
            problem: 'permission.missing',
            actor: { id: adminId },
          });
        },
        { timeout: 20_000, interval: 100 },
      );
      const list = await (await owner.get(`${base}/invitations?status=Pending&q=${address}`)).json();
      expect(list).toEqual([]);
    },
  );
});

describe('support, or an admin, handles the invitation of an owner', () => {
  const verbs: [string, string, string, object | undefined][] = [
    ['send it again', 'POST', '/resend', undefined],
    ['renew it', 'POST', '/renew', {}],
    ['change it', 'PATCH', '', { roleIds: [viewer] }],
    ['revoke it', 'POST', '/revoke', undefined],
    ['delete it', 'DELETE', '', undefined],
  ];

  it.each(verbs)('they cannot %s', async (_verb, method, path, body) => {
    const id = await invitation([ownerRole]);
    const asked = recorder.sent.length;
    for (const browser of method === 'DELETE' ? [admin.browser] : [support, admin.browser]) {
      const reply = await call(browser, method, `/invitations/${id}${path}`, body);
      expect(await reply.json()).toMatchObject({
        status: 403,
        code: 'role.above_ceiling',
        detail: expect.stringContaining('owner'),
      });
    }
    expect(recorder.sent.slice(asked).filter(({ method: sent }) => sent !== 'GET')).toEqual([]);
    expect((await call(owner, method, `/invitations/${id}${path}`, body)).status).toBeLessThan(300);
  });

  it.each([
    ['bulk/resend', support],
    ['bulk/renew', support],
    ['links', support],
    ['bulk/revoke', support],
    ['bulk/delete', admin.browser],
  ])('%s refuses it, and does the others', async (path, browser) => {
    const ids = [await invitation([ownerRole]), await invitation([member])];
    const reply = await call(browser, 'POST', `/invitations/${path}`, { invitationIds: ids });
    const [refused, done] = (await reply.json()).results;
    expect(refused.problem).toMatchObject({
      code: 'role.above_ceiling',
      detail: expect.stringContaining('owner'),
    });
    expect(refused.link).toBeUndefined();
    expect(done.problem).toBeUndefined();
  });

  it('support cannot invite owners to one of several organizations', async () => {
    const organizations = [
      { organizationId: halden, roleIds: [member] },
      { organizationId: kestrel, roleIds: [ownerRole] },
    ];
    const body = { invitee: addresses(1)[0], organizations, expiresAt: inDays(7) };
    const reply = await support.call('POST', '/api/invitations', body, headers);
    const [done, refused] = (await reply.json()).results;
    expect(done.problem).toBeUndefined();
    expect(refused.problem.code).toBe('role.above_ceiling');
  });

  it('the queue tells support which ones they may not send again, and why', async () => {
    const [address, other, bare] = addresses(3);
    await invitation([ownerRole], address);
    await invitation([member], other);
    await invitation([], bare);
    const mark = async (q: string | undefined) =>
      (await (await support.get(`/api/invitations?kind=pending&organization=${halden}&q=${q}`)).json())[0]
        .refusal;
    expect(await mark(address)).toBe('role.above_ceiling');
    expect(await mark(other)).toBeNull();
    expect(await mark(bare)).toBe('role.required');
  });
});

it('somebody who may only remove revokes what gives no more than they hold', async () => {
  // given
  const scopes = await portal.operator.call<{ id: string; name: string }[]>('GET', '/organization-scopes');
  const held = ['read:member', 'remove:member'];
  const role = await portal.operator.call<{ id: string }>('POST', '/organization-roles', {
    name: 'remover',
    organizationScopeIds: scopes.filter(({ name }) => held.includes(name)).map(({ id }) => id),
  });
  const reader = await portal.operator.call<{ id: string }>('POST', '/organization-roles', {
    name: 'reader',
    organizationScopeIds: scopes.filter(({ name }) => name === 'read:member').map(({ id }) => id),
  });
  const { browser } = await newAdmin([role.id]);

  // when
  const below = await call(browser, 'POST', `/invitations/${await invitation([reader.id])}/revoke`);
  const above = await call(browser, 'POST', `/invitations/${await invitation([adminRole])}/revoke`);

  // then
  expect(await below.json()).toMatchObject({ status: 'Revoked' });
  expect(await above.json()).toMatchObject({ status: 403, code: 'role.above_ceiling' });
});
