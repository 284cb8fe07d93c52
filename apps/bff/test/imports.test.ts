import { REASON_HEADER, type Import, type ImportRow } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Browser } from './harness/browser.ts';
import { startPortal } from './harness/portal.ts';
import { addresses, handIn as handInAt, inDays, rowOf } from './imports/list.ts';

const portal = await startPortal({}, { late: 300 });
const { controls } = portal.logto;
const { halden, kestrel } = demo.organizations;
const { owner: ownerRole, member, viewer } = demo.organizationRoles;
const base = `/api/organizations/${halden}`;
const owner = await portal.signIn(demo.users.owner);
const CREATE = 'POST /api/organization-invitations';

const in14Days = () => inDays(14);
const handIn = (rows: object[], rest: object = {}, browser: Browser = owner) =>
  handInAt(browser, halden, rows, rest);
const read = async <Body>(path: string, browser = owner): Promise<Body> => (await browser.get(path)).json();
const one = (id: string) => read<Import>(`${base}/imports/${id}`);
const rowsOf = (id: string, query = '') =>
  read<ImportRow[]>(`${base}/imports/${id}/rows?page_size=100${query}`);
const move = (id: string, what: string, browser = owner) =>
  browser.call('POST', `${base}/imports/${id}/${what}`);
const until = (id: string, expected: object, timeout = 10_000) =>
  vi.waitFor(
    async () => {
      const found = await one(id);
      expect(found).toMatchObject(expected);
      return found;
    },
    { timeout, interval: 50 },
  );
const finished = (id: string, counts: object) => until(id, { status: 'Finished', counts });

beforeEach(() => controls.clearFaults());

describe('an import', () => {
  it('is sent in the background, each row once, with a result for each', async () => {
    const list = addresses(30);
    const { id, ...handedIn } = await handIn(
      list.map((one) => rowOf(one.toUpperCase())),
      { name: 'new.csv' },
    );
    expect(handedIn).toMatchObject({ name: 'new.csv', status: 'Running', by: 'mail', language: 'en' });
    const done = await finished(id, { sent: 30, failed: 0, waiting: 0 });
    expect(done).toMatchObject({ createdBy: { id: demo.users.owner }, secondsLeft: null });
    expect(done.finishedAt).not.toBeNull();
    const rows = await rowsOf(id);
    expect(rows.map(({ invitee }) => invitee)).toEqual(list);
    expect(rows[0]).toMatchObject({ number: 1, state: 'sent', problem: null });
    const mails = portal.logto.outbox().filter(({ to }) => list.includes(to));
    expect(mails.map(({ to }) => to).sort()).toEqual([...list].sort());
    const [entry] = await read<object[]>(`${base}/activity?action=import.create`);
    expect(entry).toMatchObject({ target: { type: 'import', id, name: 'new.csv' }, outcome: 'succeeded' });
    const [sent] = await read<object[]>(`${base}/activity?target=${list[0]}`);
    expect(sent).toMatchObject({
      action: 'invitation.create',
      actor: { id: demo.users.owner },
      target: { id: rows[0]?.invitationId },
      outcome: 'succeeded',
    });
  });

  it('tells what is wrong with a row, and sends the others', async () => {
    const [good, pending, twice, above, machine, late] = addresses(6);
    await owner.call('POST', `${base}/invitations`, {
      invitees: [pending],
      roleIds: [member],
      expiresAt: in14Days(),
    });
    const admin = await portal.signIn(demo.users.admin);
    const { id } = await handIn(
      [
        rowOf(good!),
        rowOf('no address'),
        rowOf(pending!.toUpperCase()),
        rowOf(twice!),
        rowOf(` ${twice!.toUpperCase()}`),
        rowOf(above!, { roleIds: [ownerRole] }),
        rowOf(machine!, { roleIds: [demo.organizationRoles.syncAgent] }),
        rowOf(late!, { expiresAt: new Date(Date.now() + 400 * 86_400_000).toISOString() }),
        rowOf('ada.lovelace@halden.example'),
      ],
      {},
      admin,
    );
    await until(id, { status: 'Finished' });
    const rows = await rowsOf(id);
    expect(rows.map(({ problem }) => problem?.code ?? 'sent')).toEqual([
      'sent',
      'invitee.invalid',
      'invitation.already_pending',
      'sent',
      'invitee.repeated',
      'role.above_ceiling',
      'role.not_assignable',
      'request.invalid',
      'sent',
    ]);
    const refusals = await read<{ problem: string }[]>(`${base}/activity?outcome=refused&page_size=3`);
    expect(refusals.map(({ problem }) => problem)).toContain('role.above_ceiling');
    const failed = await owner.get(`${base}/imports/${id}/rows?state=failed&page_size=2`);
    expect(failed.headers.get('total-number')).toBe('6');
    expect(failed.headers.get('link')).toContain('state=failed');
    const csv = await (await owner.get(`${base}/imports/${id}/result`)).text();
    expect(csv.split('\r\n')).toHaveLength(11);
    expect(csv).toContain('This is not an e-mail address.');
  });

  it('can be paused, continued, cancelled, and nothing else than its status allows', async () => {
    controls.fail(CREATE, { kind: 'slow', delayMs: 200 }, 1_000);
    const { id } = await handIn(addresses(60).map((one) => rowOf(one)));
    await vi.waitFor(async () => expect((await one(id)).counts.sent).toBeGreaterThan(0), 5_000);
    expect((await move(id, 'continue')).status).toBe(409);
    expect(await (await move(id, 'pause')).json()).toMatchObject({ status: 'Paused' });
    const paused = await until(id, { counts: { sending: 0 } });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await one(id)).counts).toEqual(paused.counts);
    expect(paused.counts.waiting).toBeGreaterThan(0);
    const refused = await move(id, 'pause');
    expect(await refused.json()).toMatchObject({ status: 409, code: 'import.not_running' });
    expect((await move(id, 'continue')).status).toBe(200);
    await vi.waitFor(
      async () => expect((await one(id)).counts.sent).toBeGreaterThan(paused.counts.sent),
      5_000,
    );
    expect(await (await move(id, 'cancel')).json()).toMatchObject({
      status: 'Cancelled',
      counts: { waiting: 0 },
    });
    const { counts, finishedAt } = await vi.waitFor(async () => {
      const found = await one(id);
      expect(found.finishedAt).not.toBeNull();
      return found;
    }, 5_000);
    expect(finishedAt).not.toBeNull();
    expect(counts.sent + counts.cancelled).toBe(60);
    for (const what of ['pause', 'continue', 'cancel', 'retry'])
      expect((await move(id, what)).status, what).toBe(409);
    const entries = await read<{ action: string }[]>(`${base}/activity?outcome=succeeded&target=${id}`);
    expect(entries.map(({ action }) => action)).toContain('import.cancel');
  });

  it('sends failed rows again when asked, but not those that can only fail', async () => {
    const [connector] = await portal.operator.call<{ id: string }[]>('GET', '/connectors');
    await portal.operator.call('DELETE', `/connectors/${connector!.id}`);
    const { id } = await handIn([...addresses(20), 'no address'].map((one) => rowOf(one)));
    await finished(id, { failed: 21 });
    expect(await one(id)).toMatchObject({ retryable: 20 });
    expect((await rowsOf(id)).map(({ problem }) => problem?.code)).toContain('email.not_configured');
    await portal.operator.call('POST', '/connectors', {
      connectorId: 'simple-mail-transfer-protocol',
      config: { host: 'localhost', fromEmail: 'no-reply@outbox.example' },
    });
    expect(await (await move(id, 'retry')).json()).toMatchObject({ status: 'Running', finishedAt: null });
    await finished(id, { sent: 20, failed: 1 });
    expect((await move(id, 'retry')).status).toBe(409);
  });

  it('ends when whoever began it may not any more', async () => {
    const admin = await portal.signIn(demo.users.admin);
    controls.fail(CREATE, { kind: 'slow', delayMs: 100 }, 10_000);
    const { id } = await handIn(
      addresses(1_000).map((one) => rowOf(one)),
      {},
      admin,
    );
    await vi.waitFor(async () => expect((await one(id)).counts.sent).toBeGreaterThan(0), 5_000);
    await owner.call('PUT', `${base}/members/${demo.users.admin}/roles`, { roleIds: [viewer] });
    const { counts } = await until(id, { status: 'Finished' });
    expect(counts.failed).toBeGreaterThan(0);
    const [row] = await rowsOf(id, '&state=failed');
    expect(row?.problem?.code).toBe('permission.missing');
    await owner.call('PUT', `${base}/members/${demo.users.admin}/roles`, {
      roleIds: [demo.organizationRoles.admin],
    });
  });

  it('is of one organization', async () => {
    const { id } = await handIn([rowOf(addresses(1)[0]!)]);
    const support = await portal.signIn(demo.users.support);
    const other = `/api/organizations/${kestrel}/imports/${id}`;
    for (const path of [other, `${other}/rows`, `${other}/result`])
      expect((await support.get(path)).status, path).toBe(404);
    const headers = { [REASON_HEADER]: encodeURIComponent('ticket 4711, by phone') };
    for (const what of ['pause', 'continue', 'cancel', 'retry'])
      expect((await support.call('POST', `${other}/${what}`, undefined, headers)).status, what).toBe(404);
    const list = await read<Import[]>(`${base}/imports?page_size=100`);
    expect(list.map((found) => found.id)).toContain(id);
    expect(await read<Import[]>(`/api/organizations/${kestrel}/imports`, support)).toEqual([]);
  });

  it('goes on after Logto was away, and fails for no row', async () => {
    const list = addresses(40);
    controls.fail('/api/*', { kind: 'reset' }, 12);
    const { id } = await handIn(list.map((one) => rowOf(one)));
    await until(id, { status: 'Finished', counts: { sent: 40, failed: 0 } }, 30_000);
    const mails = portal.logto.outbox().filter(({ to }) => list.includes(to));
    expect(mails).toHaveLength(40);
  });

  it('finds an invitation that was made and not told of', async () => {
    const list = addresses(12);
    controls.fail(CREATE, { kind: 'cut' }, 4);
    const { id } = await handIn(list.map((one) => rowOf(one)));
    await until(id, { status: 'Finished', counts: { sent: 12 } }, 20_000);
    const rows = await rowsOf(id);
    expect(new Set(rows.map(({ invitationId }) => invitationId)).size).toBe(12);
    expect(portal.logto.outbox().filter(({ to }) => list.includes(to))).toHaveLength(12);
  });

  it('takes as sent what an earlier attempt has made after all, and nothing that somebody else made', async () => {
    const [late, other] = addresses(2);
    const expiresAt = in14Days();
    for (const [invitee, inviterId, state] of [
      [late, demo.users.owner, 'sent'],
      [other, demo.users.admin, 'failed'],
    ] as const) {
      controls.fail(CREATE, { kind: 'status', status: 429, retryAfter: 1 }, 1);
      const { id } = await handIn([rowOf(invitee!, { expiresAt })]);
      await vi.waitFor(() => expect(controls.faults()).toEqual([]), 5_000);
      // Logto does only now what it was asked for first; the row rests for a second.
      const made = await portal.operator.call<{ id: string }>('POST', '/organization-invitations', {
        organizationId: halden,
        inviterId,
        invitee,
        organizationRoleIds: [member],
        expiresAt: Date.parse(expiresAt),
      });
      await until(id, { status: 'Finished', counts: { [state]: 1 } });
      const [row] = await rowsOf(id);
      expect(row).toMatchObject(
        state === 'sent'
          ? { state, invitationId: made.id }
          : { state, problem: { code: 'invitation.already_pending' } },
      );
    }
  });

  it('may hold 10,000 rows, and no more', async () => {
    const rows = Array.from({ length: 10_001 }, (_, index) =>
      rowOf(`somebody.with.a.long.name.${index}@a-company-with-a-long-name.example.com`, {
        name: 'Somebody With A Long Name',
      }),
    );
    const tooMany = { language: 'en', by: 'mail', rows };
    expect((await owner.call('POST', `${base}/imports`, tooMany)).status).toBe(422);
    const { id, counts } = await handIn(rows.slice(1));
    expect(counts.waiting + counts.sending + counts.sent).toBe(10_000);
    expect((await move(id, 'cancel')).status).toBe(200);
  });
});

describe('addresses to be invited', () => {
  it('are looked up before anything is sent', async () => {
    const [pending, fresh] = addresses(2);
    await owner.call('POST', `${base}/invitations`, {
      invitees: [pending],
      roleIds: [member],
      expiresAt: in14Days(),
    });
    const [found] = await read<{ email: string }[]>(`${base}/members?page_size=1&q=%40`);
    const reply = await owner.call('POST', `${base}/invitations/check`, {
      invitees: [pending!.toUpperCase(), fresh, found!.email.toUpperCase()],
    });
    expect(await reply.json()).toEqual({
      alreadyMember: [found!.email.toLowerCase()],
      alreadyPending: [pending],
      isComplete: true,
      isEmailConfigured: true,
    });
  });
});
