import { demo } from '@org-portal/dev-logto';
import { describe, expect, it, vi } from 'vitest';
import { startPortal } from './harness/portal.ts';

const portal = await startPortal();
const { halden, atlas, pine } = demo.organizations;
const { owner, admin, viewer, nobody, soleAdmin, support, ops } = demo.users;

const foreignInvitation = async (organizationId: string) => {
  const [first] = await portal.operator.call<{ id: string }[]>(
    'GET',
    `/organization-invitations?organizationId=${organizationId}`,
  );
  return first!.id;
};

/** Every route in an organization, with a body that would do something. */
const routes = (
  organizationId: string,
  memberId: string,
  invitationId: string,
): [string, string, unknown?][] => {
  const base = `/api/organizations/${organizationId}`;
  return [
    ['GET', base],
    ['GET', `${base}/members`],
    ['GET', `${base}/members/${memberId}`],
    ['PUT', `${base}/members/${memberId}/roles`, { roleIds: [] }],
    ['DELETE', `${base}/members/${memberId}`],
    ['GET', `${base}/invitations`],
    [
      'POST',
      `${base}/invitations`,
      { invitees: ['x@example.com'], roleIds: [], expiresAt: new Date(Date.now() + 1e8).toISOString() },
    ],
    ['POST', `${base}/invitations/${invitationId}/resend`],
    ['POST', `${base}/invitations/${invitationId}/revoke`],
    ['DELETE', `${base}/invitations/${invitationId}`],
  ];
};

const writesUpstream = () =>
  Object.keys(portal.logto.calls.all()).filter((operation) => !/^GET |\/oidc\/token/.test(operation));

describe('somebody without a session', () => {
  it('gets 401 from every route, whatever the organization', async () => {
    for (const organizationId of [halden, 'nosuchorg', '..%2f..']) {
      for (const [method, path, body] of routes(organizationId, viewer, 'x')) {
        const reply = await portal.visitor().call(method, path, body);
        expect([method, path, reply.status]).toEqual([method, path, 401]);
      }
    }
    for (const path of [
      '/api/session',
      '/api/session/invitations',
      '/api/organizations',
      '/api/organization-roles',
    ]) {
      expect((await portal.visitor().get(path)).status).toBe(401);
    }
  });
});

describe('a viewer', () => {
  it('reads, and gets 403 with the missing permission from whatever changes something', async () => {
    const browser = await portal.signIn(viewer);
    const invitation = await foreignInvitation(halden);
    portal.logto.calls.reset();
    for (const [method, path, body] of routes(halden, admin, invitation)) {
      const reply = await browser.call(method, path, body);
      expect([method, path, reply.status]).toEqual([method, path, method === 'GET' ? 200 : 403]);
      if (method !== 'GET') expect(await reply.json()).toMatchObject({ code: 'permission.missing' });
    }
    expect(writesUpstream()).toEqual([]);
  });
});

describe('an organization that one does not belong to', () => {
  // Attack: a tenant admin calls the routes with ids of another tenant, or guesses which ids exist.
  it.each([
    ['of somebody else', atlas, soleAdmin],
    ['that does not exist', 'nosuchorg', soleAdmin],
    ['that is no id', 'a%2f..%2fb', soleAdmin],
    ['of a name that objects have', '__proto__', soleAdmin],
  ])('%s is not found, by no route', async (_name, organizationId, memberId) => {
    for (const who of [owner, nobody]) {
      const browser = await portal.signIn(who);
      const invitation = await foreignInvitation(halden);
      portal.logto.calls.reset();
      for (const [method, path, body] of routes(organizationId, memberId, invitation)) {
        const reply = await browser.call(method, path, body);
        expect([method, path, reply.status]).toEqual([method, path, 404]);
        expect((await reply.json()).detail).toBe('There is nothing here, or nothing for you.');
      }
      expect(writesUpstream()).toEqual([]);
    }
  });

  // Attack: invitations are not nested in Logto, so an id of another tenant's invitation works under one's own path.
  it('keeps its invitations: under the own path they are not found', async () => {
    const browser = await portal.signIn(owner);
    const foreign = await foreignInvitation(demo.organizations.kestrel);
    const base = `/api/organizations/${halden}/invitations/${foreign}`;
    portal.logto.calls.reset();
    const bodies = [];
    for (const [method, path] of [
      ['POST', `${base}/resend`],
      ['POST', `${base}/revoke`],
      ['DELETE', base],
      ['DELETE', `/api/organizations/${halden}/invitations/nosuchinvite`],
    ] as const) {
      const reply = await browser.call(method, path);
      expect(reply.status).toBe(404);
      bodies.push({ ...(await reply.json()), instance: '' });
    }
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(writesUpstream()).toEqual([]);
  });
});

describe('staff', () => {
  const invite = (reason?: string) => ({
    body: {
      invitees: [`new-${Math.random()}@example.com`],
      roleIds: [demo.organizationRoles.member],
      expiresAt: new Date(Date.now() + 1e8).toISOString(),
    },
    headers: reason === undefined ? {} : { 'portal-reason': encodeURIComponent(reason) },
  });

  it('of support invites anywhere, with a reason', async () => {
    const browser = await portal.signIn(support);
    const path = `/api/organizations/${pine}/invitations`;
    for (const reason of [undefined, '', 'too short', '%zz', 'x'.repeat(501)]) {
      const { body, headers } = invite(reason);
      const reply = await browser.call('POST', path, body, headers);
      expect(await reply.json()).toMatchObject({ status: 422, code: 'reason.required' });
    }
    const { body, headers } = invite('工单 4711：客户打电话来要求邀请');
    const reply = await browser.call('POST', path, body, headers);
    expect((await reply.json()).results[0].invitation).toMatchObject({ status: 'Pending' });
  });

  // Attack: support gives an accomplice a role that can do more than support may give.
  it('of support gives the configured roles only', async () => {
    const browser = await portal.signIn(support);
    const { body, headers } = invite('ticket 4711 by phone');
    const roleIds = [demo.organizationRoles.admin];
    const reply = await browser.call(
      'POST',
      `/api/organizations/${pine}/invitations`,
      { ...body, roleIds },
      headers,
    );
    expect(await reply.json()).toMatchObject({ status: 403, code: 'role.above_ceiling' });
  });

  it('of support removes nobody and changes no roles', async () => {
    const browser = await portal.signIn(support);
    const headers = { 'portal-reason': 'ticket 4711 by phone' };
    const member = `/api/organizations/${halden}/members/${viewer}`;
    expect((await browser.call('DELETE', member, undefined, headers)).status).toBe(403);
    expect((await browser.call('PUT', `${member}/roles`, { roleIds: [] }, headers)).status).toBe(403);
  });

  it('of ops reads every organization and changes none', async () => {
    const browser = await portal.signIn(ops);
    const organizations = await browser.get('/api/organizations?page_size=100');
    expect(organizations.headers.get('total-number')).toBe('12');
    const invitation = await foreignInvitation(halden);
    portal.logto.calls.reset();
    for (const [method, path, body] of routes(halden, viewer, invitation)) {
      const reply = await browser.call(method, path, body);
      expect([method, path, reply.status]).toEqual([method, path, method === 'GET' ? 200 : 403]);
    }
    expect(writesUpstream()).toEqual([]);
  });

  it('gets 404 for an organization that does not exist', async () => {
    const browser = await portal.signIn(ops);
    for (const path of ['', '/members', '/invitations']) {
      expect((await browser.get(`/api/organizations/nosuchorg${path}`)).status).toBe(404);
    }
  });

  it('limited to some organizations sees nothing of the others', async () => {
    const limited = await startPortal({ SUPPORT_ORGANIZATIONS: `${pine},nosuchorg` });
    const browser = await limited.signIn(support);
    const organizations = await browser.get('/api/organizations');
    expect((await organizations.json()).map(({ id }: { id: string }) => id)).toEqual([pine]);
    expect((await browser.get(`/api/organizations/${pine}/members`)).status).toBe(200);
    expect((await browser.get(`/api/organizations/${halden}/members`)).status).toBe(404);
  });
});

describe('access that was taken away outside of the portal', () => {
  const until = (assertion: () => Promise<void>) => vi.waitFor(assertion, { timeout: 10_000, interval: 250 });

  it('is gone within seconds: membership, suspension, deletion', async () => {
    const person = async () => {
      const { id } = await portal.operator.call<{ id: string }>('POST', '/users', {
        primaryEmail: `p${Math.random()}@example.com`,
        password: 'Correct-Horse-9',
      });
      await portal.operator.call('POST', `/organizations/${halden}/users`, { userIds: [id] });
      await portal.operator.call('PUT', `/organizations/${halden}/users/${id}/roles`, {
        organizationRoleIds: [demo.organizationRoles.viewer],
      });
      const { primaryEmail } = await portal.operator.call<{ primaryEmail: string }>('GET', `/users/${id}`);
      const browser = portal.visitor();
      const page = await browser.visit('/auth/sign-in');
      await browser.visit(page.url, {
        method: 'POST',
        body: new URLSearchParams({ email: primaryEmail, password: 'Correct-Horse-9' }),
      });
      expect((await browser.get(`/api/organizations/${halden}/members`)).status).toBe(200);
      return { id, status: async () => (await browser.get(`/api/organizations/${halden}/members`)).status };
    };
    const [removed, suspended, deleted] = [await person(), await person(), await person()];
    await portal.operator.call('DELETE', `/organizations/${halden}/users/${removed.id}`);
    await portal.operator.call('PATCH', `/users/${suspended.id}/is-suspended`, { isSuspended: true });
    await portal.operator.call('DELETE', `/users/${deleted.id}`);
    await until(async () => expect(await removed.status()).toBe(404));
    await until(async () => expect(await suspended.status()).toBe(401));
    await until(async () => expect(await deleted.status()).toBe(401));
  });
});
