import { normalizeEmailAddress, type ActivityEntry, type Invitation } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { describe, expect, it, vi } from 'vitest';
import { startPortal } from './harness/portal.ts';

const portal = await startPortal({}, { late: 1_000 });
const { halden, atlas } = demo.organizations;
const roles = demo.organizationRoles;
const { owner, admin, viewer, support } = demo.users;
const base = `/api/organizations/${halden}/invitations`;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
let made = 0;
const fresh = () => `changed.${(made += 1)}@example.com`;
const because = { 'portal-reason': encodeURIComponent('ticket 4711, by phone') };

interface InLogto {
  id: string;
  status: string;
  invitee: string;
  inviterId: string | null;
  expiresAt: number;
  organizationRoles: { id: string }[];
}

// A token that is there makes what follows quick.
await portal.operator.call('GET', '/organizations');

/** Makes one in Logto itself. @param hours until it ends */
async function invitation(hours: number, extra: object = {}): Promise<InLogto> {
  const soon = Math.max(hours * HOUR, 500);
  const one = await portal.operator.call<InLogto>('POST', '/organization-invitations', {
    organizationId: halden,
    inviterId: owner,
    invitee: fresh(),
    organizationRoleIds: [roles.viewer],
    expiresAt: Date.now() + soon,
    ...extra,
  });
  if (hours <= 0) await vi.waitUntil(() => Date.now() > one.expiresAt);
  return one;
}

const inLogto = (invitee: string) =>
  portal.operator.call<InLogto[]>('GET', `/organization-invitations?invitee=${encodeURIComponent(invitee)}`);
const statuses = async (invitee: string) =>
  (await inLogto(invitee)).map(({ id, status }) => `${id} ${status}`).sort();
const mailsTo = (address: string) => portal.logto.outbox().filter(({ to }) => to === address).length;
const entries = async (invitee: string): Promise<ActivityEntry[]> => {
  const browser = await portal.signIn(owner);
  return (await browser.get(`/api/organizations/${halden}/activity?target=${invitee}`)).json();
};
const told = async (invitee: string) =>
  (await entries(invitee)).map(({ action, outcome }) => `${action} ${outcome}`);

describe('sending again', () => {
  it('one that has expired makes a new one of the same roles, valid as long, by whoever does it', async () => {
    const old = await invitation(0, { organizationRoleIds: [roles.viewer, roles.member] });
    const browser = await portal.signIn(admin);
    const reply = await (await browser.call('POST', `${base}/${old.id}/resend`)).json();
    expect(reply).toMatchObject({ isRenewed: true, isMailed: true });
    const renewed: Invitation = reply.invitation;
    expect(renewed).toMatchObject({ invitee: old.invitee, status: 'Pending', inviter: { id: admin } });
    expect(renewed.roles.map(({ id }) => id).sort()).toEqual([roles.member, roles.viewer].sort());
    // It was valid for less than a day.
    const life = Date.parse(renewed.expiresAt) - Date.now();
    expect(life).toBeGreaterThan(DAY - 60_000);
    expect(life).toBeLessThanOrEqual(DAY);
    expect(mailsTo(old.invitee)).toBe(1);
    expect(await told(old.invitee)).toEqual(['invitation.renew succeeded']);
    const [entry] = await entries(old.invitee);
    expect(entry).toMatchObject({
      target: { id: renewed.id },
      before: { invitationId: old.id, status: 'Expired' },
      after: { status: 'Pending', expiresAt: renewed.expiresAt },
    });
  });

  it('one that ends within a day takes its place, and the list shows it once', async () => {
    const old = await invitation(20);
    const browser = await portal.signIn(admin);
    const { invitation: renewed, isRenewed } = await (
      await browser.call('POST', `${base}/${old.id}/resend`)
    ).json();
    expect(isRenewed).toBe(true);
    expect(await statuses(old.invitee)).toEqual([`${old.id} Revoked`, `${renewed.id} Pending`].sort());
    const listed: Invitation[] = await (await browser.get(`${base}?q=${old.invitee}`)).json();
    expect(listed.map(({ id }) => id)).toEqual([renewed.id]);
    const counts = await (await browser.get(`${base}/counts?q=${old.invitee}`)).json();
    expect(counts).toMatchObject({ all: 1, Pending: 1, Revoked: 0 });
  });

  it('one that is valid for longer leaves it as it is', async () => {
    const old = await invitation(30);
    const browser = await portal.signIn(admin);
    const reply = await (await browser.call('POST', `${base}/${old.id}/resend`)).json();
    expect(reply).toMatchObject({ isRenewed: false, invitation: { id: old.id } });
    expect(await statuses(old.invitee)).toEqual([`${old.id} Pending`]);
  });

  it('an expired one to an address with a newer one is refused', async () => {
    const old = await invitation(0);
    await invitation(100, { invitee: old.invitee.toUpperCase() });
    const browser = await portal.signIn(admin);
    const reply = await browser.call('POST', `${base}/${old.id}/resend`);
    expect(await reply.json()).toMatchObject({ code: 'invitation.already_pending' });
  });

  // Attack: an admin renews what an owner gave, and so gives it.
  it('does not renew roles above the ceiling', async () => {
    const old = await invitation(0, { organizationRoleIds: [roles.owner] });
    const browser = await portal.signIn(admin);
    for (const path of ['resend', 'renew']) {
      const reply = await browser.call(
        'POST',
        `${base}/${old.id}/${path}`,
        path === 'renew' ? {} : undefined,
      );
      expect(await reply.json()).toMatchObject({ status: 403, code: 'role.above_ceiling' });
    }
    expect(await statuses(old.invitee)).toEqual([`${old.id} Expired`]);
    expect(await told(old.invitee)).toEqual(['invitation.renew refused', 'invitation.renew refused']);
  });
});

describe('renewing', () => {
  it('until a given moment', async () => {
    const old = await invitation(100);
    const browser = await portal.signIn(admin);
    const expiresAt = inDays(30);
    const reply = await browser.call('POST', `${base}/${old.id}/renew`, { expiresAt });
    expect(await reply.json()).toMatchObject({ isRenewed: true, invitation: { expiresAt } });
  });

  it.each([inDays(-1), inDays(400)])('not until %s', async (expiresAt) => {
    const old = await invitation(100);
    const browser = await portal.signIn(admin);
    const reply = await browser.call('POST', `${base}/${old.id}/renew`, { expiresAt });
    expect(await reply.json()).toMatchObject({ status: 422, errors: [{ pointer: '/expiresAt' }] });
    expect(await statuses(old.invitee)).toEqual([`${old.id} Pending`]);
  });

  // Attack: two clicks at once would make two invitations, or leave none.
  it('twice at once makes one', async () => {
    const old = await invitation(20);
    const browser = await portal.signIn(admin);
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => browser.call('POST', `${base}/${old.id}/renew`, {})),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const found = await inLogto(old.invitee);
    expect(found.filter(({ status }) => status === 'Pending')).toHaveLength(1);
  });
});

describe('changing a pending invitation', () => {
  const change = async (id: string, body: object, who: string = admin) => {
    const browser = await portal.signIn(who);
    return browser.call('PATCH', `${base}/${id}`, body, who === support ? because : {});
  };

  it('gives it other roles, and its end and so its link stay', async () => {
    const old = await invitation(100);
    const reply = await (await change(old.id, { roleIds: [roles.member, roles.admin] })).json();
    const changed: Invitation = reply.invitation;
    expect(changed.roles.map(({ id }) => id).sort()).toEqual([roles.admin, roles.member].sort());
    expect(Date.parse(changed.expiresAt)).toBe(old.expiresAt);
    expect(await statuses(old.invitee)).toEqual([`${old.id} Revoked`, `${changed.id} Pending`].sort());
    expect(await told(old.invitee)).toEqual(['invitation.change succeeded']);
  });

  it('that changes nothing sends nothing', async () => {
    const old = await invitation(100);
    const reply = await (await change(old.id, { roleIds: [roles.viewer] })).json();
    expect(reply.invitation.id).toBe(old.id);
    expect(await told(old.invitee)).toEqual([]);
  });

  // Attack: support or an admin takes away, or gives, what they do not hold.
  it.each([
    ['an admin gives owner', admin, [roles.viewer], [roles.owner]],
    ['an admin takes owner away', admin, [roles.owner], [roles.viewer]],
    ['support gives admin', support, [roles.viewer], [roles.admin]],
    ['support takes admin away', support, [roles.admin], [roles.viewer]],
  ])('%s: refused, and nothing is changed', async (_name, who, had, wanted) => {
    const old = await invitation(100, { organizationRoleIds: had });
    const reply = await change(old.id, { roleIds: wanted }, who);
    expect(await reply.json()).toMatchObject({ status: 403, code: 'role.above_ceiling' });
    expect(await statuses(old.invitee)).toEqual([`${old.id} Pending`]);
  });

  it.each([
    ['a viewer', viewer, 403],
    ['nobody there', demo.users.soleAdmin, 404],
  ])('%s may not', async (_name, who, status) => {
    const old = await invitation(100);
    expect((await change(old.id, { expiresAt: inDays(3) }, who)).status).toBe(status);
  });

  it('of another organization is not found', async () => {
    const foreign = await invitation(100, { organizationId: atlas });
    expect((await change(foreign.id, { roleIds: [] })).status).toBe(404);
    expect(await statuses(foreign.invitee)).toEqual([`${foreign.id} Pending`]);
  });

  it('that is not pending is refused', async () => {
    const old = await invitation(0);
    expect(await (await change(old.id, { roleIds: [] })).json()).toMatchObject({
      code: 'invitation.not_pending',
    });
  });

  it('that fails in the middle is undone: the same roles, the same end, the same inviter, no message', async () => {
    const old = await invitation(100);
    const { controls } = portal.logto;
    controls.fail('POST /api/organization-invitations', { kind: 'status', status: 422 }, 1);
    const reply = await change(old.id, { roleIds: [roles.member], expiresAt: inDays(20) });
    controls.clearFaults();
    expect(reply.status).toBe(422);
    const pending = (await inLogto(old.invitee)).filter(({ status }) => status === 'Pending');
    expect(pending).toMatchObject([
      { expiresAt: old.expiresAt, inviterId: owner, organizationRoles: [{ id: roles.viewer }] },
    ]);
    expect(mailsTo(old.invitee)).toBe(0);
    expect(await told(old.invitee)).toEqual(['invitation.restore succeeded', 'invitation.change failed']);
  });

  it('that Logto leaves without an answer is undone once it is known that nothing came of it', async () => {
    const old = await invitation(100);
    const { controls } = portal.logto;
    controls.fail('POST /api/organization-invitations', { kind: 'status', status: 500 }, 1);
    const reply = await change(old.id, { roleIds: [roles.member] });
    controls.clearFaults();
    expect(reply.status).toBe(502);
    await vi.waitFor(async () => expect(await told(old.invitee)).toHaveLength(2), { timeout: 8_000 });
    await vi.waitFor(
      async () =>
        expect(await told(old.invitee)).toEqual(['invitation.restore succeeded', 'invitation.change failed']),
      { timeout: 8_000 },
    );
    const pending = (await inLogto(old.invitee)).filter(({ status }) => status === 'Pending');
    expect(pending).toMatchObject([
      { expiresAt: old.expiresAt, inviterId: owner, organizationRoles: [{ id: roles.viewer }] },
    ]);
    const browser = await portal.signIn(admin);
    const listed: Invitation[] = await (await browser.get(`${base}?q=${old.invitee}`)).json();
    expect(listed.map(({ status }) => status)).toEqual(['Pending']);
  });
});

describe('one that was revoked so that another could take its place', () => {
  const pendingOf = async (invitee: string) =>
    (await inLogto(invitee)).filter(({ status }) => status === 'Pending');
  const asBefore = { inviterId: owner, organizationRoles: [{ id: roles.viewer }] };

  // Attack: Logto refuses all for a while, right between the two halves; nobody would be invited any more.
  it.each([
    ['refuses the other and, for now, itself', [429, 429]],
    ['is left without an answer when it is put back', [422, 500]],
    ['refuses several times', [429, 429, 429, 503]],
  ])('is there again in the end where Logto %s', async (_name, faults) => {
    const old = await invitation(100);
    const { controls } = portal.logto;
    for (const status of faults)
      controls.fail('POST /api/organization-invitations', { kind: 'status', status }, 1);
    const browser = await portal.signIn(admin);
    const reply = await browser.call('PATCH', `${base}/${old.id}`, { roleIds: [roles.member] });
    expect(reply.status).toBe(502);
    await vi.waitFor(
      async () => {
        expect(await pendingOf(old.invitee)).toMatchObject([{ ...asBefore, expiresAt: old.expiresAt }]);
        expect((await told(old.invitee)).at(-1)).toBe('invitation.change failed');
      },
      { timeout: 20_000, interval: 100 },
    );
    expect(await told(old.invitee)).toContain('invitation.restore succeeded');
    expect(mailsTo(old.invitee)).toBe(0);
  });
});

describe('revoking by support', () => {
  it('needs a reason, and is on record with it', async () => {
    const old = await invitation(100);
    const browser = await portal.signIn(support);
    expect((await browser.call('POST', `${base}/${old.id}/revoke`)).status).toBe(422);
    expect((await browser.call('POST', `${base}/${old.id}/revoke`, undefined, because)).status).toBe(200);
    const [entry] = await entries(normalizeEmailAddress(old.invitee));
    expect(entry).toMatchObject({ actor: { staffRole: 'support' }, reason: 'ticket 4711, by phone' });
    expect((await browser.call('DELETE', `${base}/${old.id}`, undefined, because)).status).toBe(403);
  });

  // Attack: support of one organization is a viewer of another, and revokes there.
  it('is not open where they are no support', async () => {
    const limited = await startPortal({ SUPPORT_ORGANIZATIONS: atlas });
    const { halden: elsewhere } = demo.organizations;
    const users = `/organizations/${elsewhere}/users`;
    await limited.operator.call('POST', users, { userIds: [support] });
    await limited.operator.call('PUT', `${users}/${support}/roles`, { organizationRoleIds: [roles.viewer] });
    const one = await limited.operator.call<InLogto>('POST', '/organization-invitations', {
      organizationId: elsewhere,
      invitee: fresh(),
      expiresAt: Date.now() + DAY,
    });
    const browser = await limited.signIn(support);
    const path = `/api/organizations/${elsewhere}/invitations`;
    for (const [at, body] of [
      [`${one.id}/revoke`, undefined],
      ['bulk/revoke', { invitationIds: [one.id] }],
    ] as const) {
      const reply = await browser.call('POST', `${path}/${at}`, body, because);
      expect(await reply.json()).toMatchObject({ status: 403, permission: 'remove:member' });
    }
  });
});

it('without a way to send e-mails, renewing says that the link has to be handed over', async () => {
  const old = await invitation(0);
  const connectors = await portal.operator.call<{ id: string }[]>('GET', '/connectors');
  for (const { id } of connectors) await portal.operator.call('DELETE', `/connectors/${id}`);
  const browser = await portal.signIn(admin);
  const reply = await (await browser.call('POST', `${base}/${old.id}/renew`, {})).json();
  expect(reply).toMatchObject({ isMailed: false, invitation: { status: 'Pending' } });
  expect(mailsTo(old.invitee)).toBe(0);
});
