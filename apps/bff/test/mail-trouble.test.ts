import { type Import, type ImportRow } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { addresses, handIn, inDays, rowOf } from './imports/list.ts';

const portal = await startPortal({}, { late: 300, upstream: { timeout: 2_000 } });
const { controls } = portal.logto;
const { halden, atlas } = demo.organizations;
const { member } = demo.organizationRoles;
const base = `/api/organizations/${halden}`;
const owner = await portal.signIn(demo.users.owner);
const soleAdmin = await portal.signIn(demo.users.soleAdmin);

const invite = async (invitee: string) => {
  const body = { invitees: [invitee], roleIds: [member], expiresAt: inDays(14) };
  const reply = await owner.call('POST', `${base}/invitations`, body);
  return (await reply.json()).results[0];
};
const pendingTo = async (address: string): Promise<object[]> =>
  (await owner.get(`${base}/invitations?status=Pending&q=${address}`)).json();
const resend = (id: string) => owner.call('POST', `${base}/invitations/${id}/resend`);
const importOf = async (id: string): Promise<Import> => (await owner.get(`${base}/imports/${id}`)).json();
const rowsOf = async (id: string): Promise<ImportRow[]> =>
  (await owner.get(`${base}/imports/${id}/rows`)).json();

/** @returns the id of an invitation whose address has had its 10 messages */
async function exhausted(address: string): Promise<string> {
  const { id } = (await invite(address)).invitation;
  for (let sent = 1; sent < 10; sent += 1) expect((await resend(id)).status).toBe(200);
  return id;
}

beforeEach(() => {
  controls.failMail(undefined);
  controls.clearFaults();
});

describe('a mail server that', () => {
  it.each([
    ['refuses the connection', { kind: 'refused' }],
    // Longer than the portal waits for other calls.
    ['hangs until Logto gives up', { kind: 'hanging', afterMs: 3_000 }],
  ] as const)('%s is told as such, and nothing is created', async (_what, trouble) => {
    const [address, other] = addresses(2) as [string, string];
    const { id } = (await invite(other)).invitation;
    controls.failMail(trouble);

    const result = await invite(address);
    const resent = await resend(id);

    expect(result.problem).toMatchObject({
      code: 'email.not_sent',
      detail: expect.stringContaining('mail server'),
    });
    expect(await resent.json()).toMatchObject({ status: 502, code: 'email.not_sent' });
    expect(await pendingTo(address)).toEqual([]);
    const [entry] = await (await owner.get(`${base}/activity?target=${address}`)).json();
    expect(entry).toMatchObject({ outcome: 'failed', problem: 'email.not_sent' });
    expect(portal.log()).toContain('connector.general');
  });

  it('is away for a while fails no row of an import', async () => {
    controls.failMail({ kind: 'refused' });
    const { id } = await handIn(
      owner,
      halden,
      addresses(2).map((address) => rowOf(address)),
    );
    await vi.waitFor(async () => expect(portal.log()).toContain('email.not_sent'), 5_000);
    controls.failMail(undefined);
    await vi.waitFor(async () => expect((await importOf(id)).counts.sent).toBe(2), {
      timeout: 20_000,
      interval: 100,
    });
  });
});

describe('an address that has had 10 messages in 10 minutes', () => {
  it('is named, with the time to wait, and the invitation stays', async () => {
    const [address] = addresses(1) as [string];
    const id = await exhausted(address);

    const resent = await resend(id);
    const renewed = await owner.call('POST', `${base}/invitations/${id}/renew`, {});
    const atOnce = await owner.call('POST', `${base}/invitations/bulk/resend`, { invitationIds: [id] });

    for (const reply of [resent, renewed]) {
      expect(reply.headers.get('retry-after')).toBe('600');
      expect(await reply.json()).toMatchObject({
        status: 429,
        code: 'email.recipient_limited',
        recipient: address,
        detail: expect.stringMatching(`${address}.*10 minutes`),
      });
    }
    // The renewed invitation was refused, so the old one is there again under another id.
    expect((await atOnce.json()).results).toHaveLength(1);
    expect(await pendingTo(address)).toHaveLength(1);
  });

  it('waits alone in an import: its other rows and other organizations go on', async () => {
    // given
    const [limited, ...others] = addresses(11) as [string, ...string[]];
    await owner.call('POST', `${base}/invitations/${await exhausted(limited)}/revoke`);

    // when
    const { id } = await handIn(
      owner,
      halden,
      [limited, ...others].map((address) => rowOf(address)),
    );
    const theirs = addresses(10);
    const began = performance.now();
    await handIn(
      soleAdmin,
      atlas,
      theirs.map((address) => rowOf(address)),
    );

    // then
    await vi.waitFor(
      () => expect(portal.logto.outbox().filter(({ to }) => theirs.includes(to))).toHaveLength(10),
      {
        timeout: 20_000,
        interval: 50,
      },
    );
    expect(performance.now() - began).toBeLessThan(20_000);
    await vi.waitFor(
      async () => expect((await importOf(id)).counts).toMatchObject({ sent: 10, waiting: 1 }),
      {
        timeout: 10_000,
        interval: 50,
      },
    );
    const [row] = await rowsOf(id);
    expect(row).toMatchObject({ invitee: limited, state: 'waiting' });
    expect(await importOf(id)).toMatchObject({ status: 'Running', counts: { failed: 0 } });
  });
});

it.each(['system_limit.limit_exceeded', 'subscription.limit_exceeded'])(
  '%s of Logto Cloud is a limit of the plan, with its numbers, and no fault of the portal',
  async (code) => {
    const data = { key: 'usersPerOrganizationLimit', limit: 100, usage: 100 };
    const id = (await invite((addresses(1) as [string])[0])).invitation.id;
    const logged = portal.log().length;
    controls.fail('POST /api/organization-invitations/{id}/message', {
      kind: 'status',
      status: 403,
      body: { code, message: 'x', data },
    });

    const reply = await resend(id);

    expect(await reply.json()).toMatchObject({
      status: 403,
      code: 'quota.exceeded',
      quota: data,
      detail: expect.stringContaining('usersPerOrganizationLimit of 100, 100 used'),
    });
    expect(portal.log().slice(logged)).not.toContain('upstream.misconfigured');
  },
);
