import type { Invitation, InvitationHistory, InvitationOutcome, InvitationTrend } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import { trendOf } from '../src/invitations/trend.ts';
import { startPortal } from './harness/portal.ts';

const portal = await startPortal();
const { halden, atlas } = demo.organizations;
const roles = demo.organizationRoles;
const { owner, admin, viewer, support } = demo.users;
const base = `/api/organizations/${halden}/invitations`;
const DAY = 86_400_000;
const because = { 'portal-reason': encodeURIComponent('ticket 4711, by phone') };
let made = 0;

async function invitation(extra: object = {}): Promise<{ id: string; invitee: string; expiresAt: number }> {
  return portal.operator.call('POST', '/organization-invitations', {
    organizationId: halden,
    inviterId: owner,
    invitee: `several.${(made += 1)}@example.com`,
    organizationRoleIds: [roles.viewer],
    expiresAt: Date.now() + 5 * DAY,
    ...extra,
  });
}
const statusOf = async (id: string) => {
  const reply = await portal.operator.send('GET', `/organization-invitations/${id}`);
  return reply.ok ? (await reply.json()).status : reply.status;
};
const atOnce = async (path: string, invitationIds: string[], who: string = admin) => {
  const browser = await portal.signIn(who);
  const reply = await browser.call(
    'POST',
    `${base}/${path}`,
    { invitationIds },
    who === support ? because : {},
  );
  expect(reply.status).toBe(200);
  return (await reply.json()).results as InvitationOutcome[];
};
const outcomes = (results: InvitationOutcome[]) =>
  results.map(({ problem, isRenewed }) => problem?.code ?? (isRenewed ? 'renewed' : 'done'));

describe('several at once', () => {
  it('are sent again, or renewed where they end soon, with a result for each', async () => {
    const [long, soon, over] = [
      await invitation(),
      await invitation({ expiresAt: Date.now() + DAY / 2 }),
      await invitation(),
    ];
    await portal.operator.call('PUT', `/organization-invitations/${over.id}/status`, { status: 'Revoked' });
    const results = await atOnce('bulk/resend', [long.id, soon.id, over.id]);
    expect(outcomes(results)).toEqual(['done', 'renewed', 'invitation.not_pending']);
    expect(results.map(({ invitationId }) => invitationId)).toEqual([long.id, soon.id, over.id]);
  });

  it('are renewed, revoked, deleted', async () => {
    const ids = [(await invitation()).id, (await invitation()).id];
    const renewed = (await atOnce('bulk/renew', ids)).map((one) => one.invitation!.id);
    expect(await Promise.all(ids.map(statusOf))).toEqual(['Revoked', 'Revoked']);
    expect(outcomes(await atOnce('bulk/revoke', renewed, support))).toEqual(['done', 'done']);
    expect(outcomes(await atOnce('bulk/revoke', renewed))).toEqual(
      renewed.map(() => 'invitation.not_pending'),
    );
    expect(outcomes(await atOnce('bulk/delete', renewed))).toEqual(['done', 'done']);
    expect(await Promise.all(renewed.map(statusOf))).toEqual([404, 404]);
  });

  // Attack: ids of another organization among one's own.
  it.each(['bulk/resend', 'bulk/renew', 'bulk/revoke', 'bulk/delete', 'links'])(
    '%s: those of another organization are as those that do not exist, and stay as they are',
    async (path) => {
      const foreign = await invitation({ organizationId: atlas });
      const results = await atOnce(path, [foreign.id, 'nosuchid0001']);
      expect(outcomes(results)).toEqual(['resource.not_found', 'resource.not_found']);
      expect(JSON.stringify(results)).not.toContain(foreign.invitee);
      expect(await statusOf(foreign.id)).toBe('Pending');
      expect(portal.logto.outbox().filter(({ to }) => to === foreign.invitee)).toEqual([]);
    },
  );

  // Attack: an admin renews what an owner gave, among others.
  it('keep to the ceiling, one by one, and each refusal is on record', async () => {
    const [high, low] = [await invitation({ organizationRoleIds: [roles.owner] }), await invitation()];
    expect(outcomes(await atOnce('bulk/renew', [high.id, low.id]))).toEqual([
      'role.above_ceiling',
      'renewed',
    ]);
    expect(await statusOf(high.id)).toBe('Pending');
    const browser = await portal.signIn(owner);
    const [entry] = await (
      await browser.get(`/api/organizations/${halden}/activity?target=${high.invitee}`)
    ).json();
    expect(entry).toMatchObject({ action: 'invitation.renew', outcome: 'refused', target: { id: high.id } });
  });

  it.each([
    ['none', []],
    ['too many', Array.from({ length: 101 }, (_, nth) => `id${nth}`)],
    ['one twice', ['a', 'a']],
    ['what is no id', ['a/../b']],
  ])('%s is refused', async (_name, invitationIds) => {
    const browser = await portal.signIn(admin);
    const reply = await browser.call('POST', `${base}/bulk/delete`, { invitationIds });
    expect(await reply.json()).toMatchObject({ status: 422, code: 'request.invalid' });
  });

  it('give their links, if they are pending, and that is on record', async () => {
    const one = await invitation();
    const [result] = await atOnce('links', [one.id], support);
    expect(result!.link).toContain(`${portal.origin}/join#`);
    const browser = await portal.signIn(owner);
    const [entry] = await (
      await browser.get(`/api/organizations/${halden}/activity?target=${one.invitee}`)
    ).json();
    expect(entry).toMatchObject({
      action: 'invitation.link',
      outcome: 'succeeded',
      reason: expect.any(String),
    });
    await portal.operator.call('PUT', `/organization-invitations/${one.id}/status`, { status: 'Revoked' });
    expect(outcomes(await atOnce('links', [one.id]))).toEqual(['invitation.not_pending']);
  });
});

describe('the list', () => {
  it('is filtered by role, inviter and what ends soon, and counted by state', async () => {
    const browser = await portal.signIn(viewer);
    const list = async (query: string): Promise<Invitation[]> =>
      (await browser.get(`${base}?page_size=100&${query}`)).json();
    const byRole = await list(`role=${roles.billing}`);
    expect(byRole.length).toBeGreaterThan(0);
    for (const one of byRole) expect(one.roles.map(({ id }) => id)).toContain(roles.billing);
    const byInviter = await list(`inviter=${owner}`);
    expect(byInviter.length).toBeGreaterThan(0);
    for (const one of byInviter) expect(one.inviter?.id).toBe(owner);
    const soon = await list('expiring=true');
    expect(soon.length).toBeGreaterThan(0);
    for (const one of soon) expect(Date.parse(one.expiresAt) - Date.now()).toBeLessThan(2 * DAY);
    const counts = await (await browser.get(`${base}/counts`)).json();
    expect(counts.expiring).toBe(soon.length);
    const states = ['Pending', 'Accepted', 'Expired', 'Revoked', 'Declined'] as const;
    expect(states.reduce((sum, state) => sum + counts[state], 0)).toBe(counts.all);
    for (const state of states) expect(await list(`status=${state}`)).toHaveLength(counts[state]);
    const inviters = await (await browser.get(`${base}/inviters`)).json();
    expect(inviters).toContainEqual(
      expect.objectContaining({ id: owner, name: 'Amara Okafor', count: byInviter.length }),
    );
  });
});

describe('the history of an invitation', () => {
  const historyOf = async (id: string, who: string = viewer): Promise<InvitationHistory> => {
    const browser = await portal.signIn(who);
    return (await browser.get(`${base}/${id}/history`)).json();
  };
  const events = ({ events: all }: InvitationHistory) =>
    all.map(({ event, by }) => `${event} ${by?.name ?? '-'}`);

  it('goes back and forth through those that took each other’s place, and tells no reason', async () => {
    const first = await invitation();
    const [renewed] = await atOnce('bulk/renew', [first.id]);
    const changing = await portal.signIn(owner);
    const path = `${base}/${renewed!.invitation!.id}`;
    const { invitation: changed } = await (
      await changing.call('PATCH', path, { roleIds: [roles.member] })
    ).json();
    await atOnce('bulk/resend', [changed.id], support);
    await atOnce('bulk/revoke', [changed.id]);
    const told = [
      'sent Amara Okafor',
      'renewed Ingrid Sørensen',
      'changed Amara Okafor',
      'resent Priya Raman',
      'revoked Ingrid Sørensen',
    ];
    for (const id of [first.id, renewed!.invitation!.id, changed.id])
      expect(events(await historyOf(id))).toEqual(told);
    const all = await historyOf(first.id);
    expect(all.events[3]!.by!.staffRole).toBe('support');
    expect(all.events[2]!.after!.roles).toMatchObject([{ id: roles.member }]);
    expect(JSON.stringify(all)).not.toMatch(/ticket|session|requestId|invitationId/);
  });

  it('tells by whom it was accepted, in Logto itself too', async () => {
    const email = 'joins.elsewhere@example.com';
    const user = await portal.operator.call<{ id: string }>('POST', '/users', {
      primaryEmail: email,
      name: 'Noor Elsewhere',
    });
    const one = await invitation({ invitee: email });
    await portal.operator.call('PUT', `/organization-invitations/${one.id}/status`, {
      status: 'Accepted',
      acceptedUserId: user.id,
    });
    expect(events(await historyOf(one.id))).toEqual(['sent Amara Okafor', 'accepted Noor Elsewhere']);
  });

  it('of another organization is not found', async () => {
    const foreign = await invitation({ organizationId: atlas });
    expect(await historyOf(foreign.id)).toMatchObject({ status: 404 });
  });
});

describe('the trend', () => {
  it('has ninety days, and what happened on each', async () => {
    const browser = await portal.signIn(viewer);
    const { days }: InvitationTrend = await (await browser.get(`${base}/trend`)).json();
    expect(days).toHaveLength(90);
    expect(days.at(-1)!.day).toBe(new Date().toISOString().slice(0, 10));
    expect(days.at(-1)!.sent).toBeGreaterThan(5);
    expect(days.some(({ accepted }) => accepted > 0)).toBe(true);
    expect(days.some(({ expired }) => expired > 0)).toBe(true);
  });

  it('counts in UTC, and leaves out what is older', () => {
    const now = Date.parse('2026-11-27T10:00:00Z');
    const one = {
      updatedAt: now,
      expiresAt: now - DAY,
      status: 'Expired',
      createdAt: now - 89 * DAY,
    } as never;
    const older = { updatedAt: now, expiresAt: now, status: 'Accepted', createdAt: now - 90 * DAY } as never;
    const days = trendOf([one, older], now);
    expect(days[0]).toEqual({ day: '2026-08-30', sent: 1, accepted: 0, expired: 0 });
    expect(days.at(-2)).toEqual({ day: '2026-11-26', sent: 0, accepted: 0, expired: 1 });
    expect(days.at(-1)).toEqual({ day: '2026-11-27', sent: 0, accepted: 1, expired: 0 });
  });
});
