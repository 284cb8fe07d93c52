import type { InvitationTrend, QueuedInvitation } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';

const { halden, atlas, fjord, kestrel } = demo.organizations;
const roles = demo.organizationRoles;
const { owner, support, ops, admin } = demo.users;
const HOUR = 3_600_000;
const because = { 'portal-reason': encodeURIComponent('ticket 4711, by phone') };
const inDays = (days: number) => new Date(Date.now() + days * 24 * HOUR).toISOString();
let made = 0;

const portal = await startPortal();
const limited = await startPortal({ SUPPORT_ORGANIZATIONS: fjord });

const queue = async (query: string, who: string = support, one = portal): Promise<QueuedInvitation[]> => {
  const browser = await one.signIn(who);
  return (await browser.get(`/api/invitations?page_size=100&${query}`)).json();
};
const counts = async (who: string = support, one = portal) =>
  (await (await one.signIn(who)).get('/api/invitations/counts')).json();
const invitation = (one: typeof portal, organizationId: string, hours: number) =>
  one.operator.call<{ id: string; invitee: string }>('POST', '/organization-invitations', {
    organizationId,
    inviterId: owner,
    invitee: `queued.${(made += 1)}@example.com`,
    organizationRoleIds: [roles.viewer],
    expiresAt: Date.now() + hours * HOUR,
  });

it('tells what was sent in all organizations, day by day; limited support of theirs', async () => {
  const sent = async (who: string, one: typeof portal) => {
    const reply = await (await one.signIn(who)).get('/api/invitations/trend');
    const { days } = (await reply.json()) as InvitationTrend;
    return days.reduce((sum, day) => sum + day.sent, 0);
  };
  const [all, theirs] = [await sent(ops, limited), await sent(support, limited)];
  await invitation(limited, atlas, 100);
  expect(await sent(ops, limited)).toBe(all + 1);
  expect(await sent(support, limited)).toBe(theirs);
});

describe('the queue', () => {
  it('has all that is pending, the soonest first', async () => {
    const one = await invitation(portal, atlas, 500);
    const pending = await queue('kind=pending');
    expect(pending.map(({ invitationId }) => invitationId)).toContain(one.id);
    const ends = pending.map(({ expiresAt }) => expiresAt);
    expect(ends).toEqual([...ends].sort());
  });

  it('has what ends within two days, of all organizations, the soonest first', async () => {
    const one = await invitation(portal, atlas, 1);
    const soon = await queue('kind=expiring');
    expect(soon.map(({ invitationId }) => invitationId)).toContain(one.id);
    expect(new Set(soon.map(({ organization }) => organization.name)).size).toBeGreaterThan(1);
    const ends = soon.map(({ expiresAt }) => expiresAt);
    expect(ends).toEqual([...ends].sort());
    expect(await counts()).toMatchObject({ expiring: soon.length });
  });

  it('is filtered by organization, inviter and address', async () => {
    const one = await invitation(portal, atlas, 2);
    for (const { organization } of await queue(`kind=expiring&organization=${atlas}`))
      expect(organization).toEqual({ id: atlas, name: 'Atlas Cartography Cooperative' });
    for (const { inviter } of await queue(`kind=expiring&inviter=${owner}`)) expect(inviter!.id).toBe(owner);
    expect(await queue(`kind=expiring&q=${one.invitee}`)).toHaveLength(1);
  });

  it('is filtered by age, in days since it was sent; an age that is none is refused', async () => {
    const fresh = await invitation(portal, atlas, 500);
    const all = await queue('kind=pending');
    const old = await queue('kind=pending&olderThan=7');
    const isOld = ({ time }: QueuedInvitation) => Date.parse(time) <= Date.now() - 7 * 24 * HOUR;
    expect(old.map(({ id }) => id)).toEqual(all.filter(isOld).map(({ id }) => id));
    expect(old.length).toBeGreaterThan(0);
    expect(old.map(({ invitationId }) => invitationId)).not.toContain(fresh.id);
    const browser = await portal.signIn(support);
    const counted = await browser.get('/api/invitations/counts?olderThan=7');
    expect(await counted.json()).toMatchObject({ pending: old.length });
    for (const none of ['0', '-1', '1.5', 'week', '100000'])
      expect((await browser.get(`/api/invitations?olderThan=${none}`)).status).toBe(422);
  });

  it('forgets what has expired once it is renewed', async () => {
    const over = await queue(`kind=expired&organization=${halden}`);
    const given: string[] = [roles.viewer, roles.member];
    const [first] = over.filter((one) => one.roles.every(({ id }) => given.includes(id)));
    const browser = await portal.signIn(support);
    const path = `/api/organizations/${halden}/invitations/bulk/renew`;
    const ids = { invitationIds: [first!.invitationId] };
    const { results } = await (await browser.call('POST', path, ids, because)).json();
    expect(results).toMatchObject([{ isRenewed: true }]);
    const after = await queue(`kind=expired&organization=${halden}`);
    expect(after.map(({ id }) => id)).not.toContain(first!.id);
  });

  it('has what could not be sent, until it is sent', async () => {
    const invitee = 'not.sent@example.com';
    const browser = await portal.signIn(admin);
    const invite = () =>
      browser.call('POST', `/api/organizations/${kestrel}/invitations`, {
        invitees: [invitee],
        roleIds: [roles.viewer],
        expiresAt: inDays(7),
      });
    portal.logto.controls.fail('POST /api/organization-invitations', { kind: 'status', status: 429 }, 9);
    const reply = await invite();
    portal.logto.controls.clearFaults();
    expect((await reply.json()).results[0].problem.code).toBe('request.rate_limited');
    const [failed] = await queue(`kind=failed&q=${invitee}`);
    expect(failed).toMatchObject({
      organization: { id: kestrel },
      invitationId: null,
      problem: 'request.rate_limited',
      inviter: { id: admin },
      roles: [{ id: roles.viewer }],
    });
    expect(await queue('kind=failed&q=not.sent', support, limited)).toEqual([]);
    await invite();
    expect(await queue(`kind=failed&q=${invitee}`)).toEqual([]);
  });

  it('is open to ops, who change nothing, and to nobody else', async () => {
    expect((await queue('kind=expired', ops)).length).toBeGreaterThan(0);
    expect((await (await portal.signIn(owner)).get('/api/invitations')).status).toBe(404);
    const reply = await (await portal.signIn(ops)).call('POST', '/api/invitations', {}, because);
    expect(reply.status).toBe(404);
  });

  // Attack: support of some organizations looks for those of others, by filter and by count.
  it('tells limited support of their organizations alone', async () => {
    const theirs = await invitation(limited, fjord, 3);
    await invitation(limited, atlas, 3);
    const soon = await queue('kind=expiring', support, limited);
    expect(soon.map(({ id }) => id)).toEqual([theirs.id]);
    for (const kind of ['expiring', 'pending', 'expired', 'failed'])
      for (const id of [atlas, 'nosuchid0001'])
        expect(await queue(`kind=${kind}&organization=${id}`, support, limited)).toEqual([]);
    expect(await counts(support, limited)).toEqual({
      expiring: 1,
      pending: 1,
      expired: 0,
      failed: 0,
      capped: [],
    });
    expect((await queue('kind=expiring', ops, limited)).length).toBeGreaterThan(1);
  });
});

describe('inviting one person to several organizations', () => {
  const send = async (
    one: typeof portal,
    organizations: object[],
    headers: Record<string, string> = because,
  ) => {
    const browser = await one.signIn(support);
    const invitee = `wide.${(made += 1)}@example.com`;
    const body = { invitee: invitee.toUpperCase(), organizations, expiresAt: inDays(7), language: 'zh-CN' };
    return { invitee, reply: await browser.call('POST', '/api/invitations', body, headers) };
  };
  const to = (organizationId: string, roleId: string) => ({ organizationId, roleIds: [roleId] });

  it('gives a result for each, and keeps to what support may give', async () => {
    const { invitee, reply } = await send(portal, [
      to(halden, roles.viewer),
      to(atlas, roles.admin),
      to('nosuchid0001', roles.viewer),
      to(fjord, roles.member),
    ]);
    const { results } = await reply.json();
    expect(results).toMatchObject([
      { organizationId: halden, invitation: { invitee, language: 'zh-CN', roles: [{ id: roles.viewer }] } },
      { organizationId: atlas, problem: { code: 'role.above_ceiling' } },
      { organizationId: 'nosuchid0001', problem: { code: 'resource.not_found' } },
      { organizationId: fjord, invitation: { invitee } },
    ]);
    const browser = await portal.signIn(ops);
    const told = await (await browser.get(`/api/activity?target=${invitee}`)).json();
    expect(told).toHaveLength(3);
    for (const entry of told)
      expect(entry).toMatchObject({
        action: 'invitation.create',
        actor: { id: support, staffRole: 'support' },
        reason: 'ticket 4711, by phone',
      });
  });

  it('needs a reason', async () => {
    const { reply } = await send(portal, [to(halden, roles.viewer)], {});
    expect(await reply.json()).toMatchObject({ status: 422, code: 'reason.required' });
  });

  // Attack: support of some organizations invites an accomplice to another one.
  it('by limited support stays within their organizations', async () => {
    const { invitee, reply } = await send(limited, [to(atlas, roles.viewer), to(fjord, roles.viewer)]);
    const { results } = await reply.json();
    expect(results).toMatchObject([{ problem: { code: 'resource.not_found' } }, { invitation: {} }]);
    const sent = await limited.operator.call<object[]>('GET', `/organization-invitations?invitee=${invitee}`);
    expect(sent).toMatchObject([{ organizationId: fjord }]);
  });
});
