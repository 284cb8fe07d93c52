import { demo } from '@org-portal/dev-logto';
import { describe, expect, it, vi } from 'vitest';
import { startPortal } from './harness/portal.ts';

const portal = await startPortal();
const { halden, atlas, kestrel, pine } = demo.organizations;
const { owner, soleAdmin, support, ops } = demo.users;

// Who may call which route, with whose ids, is in authority-matrix.test.ts.

describe('what one may not see', () => {
  // Attack: a tenant admin compares the refusals for ids that exist elsewhere with those for ids that do not.
  it('is answered like what does not exist, word for word', async () => {
    const [foreign] = await portal.operator.call<{ id: string }[]>(
      'GET',
      `/organization-invitations?organizationId=${kestrel}`,
    );
    const browser = await portal.signIn(owner);
    const bodies = new Set<string>();
    for (const [method, path] of [
      ['GET', `/api/organizations/${atlas}/members`],
      ['GET', '/api/organizations/nosuchorg/members'],
      ['GET', '/api/organizations/a%2f..%2fb/members'],
      ['GET', '/api/organizations/__proto__/members'],
      ['GET', `/api/organizations/${halden}/members/${soleAdmin}`],
      ['GET', `/api/organizations/${halden}/members/nosuchuser`],
      ['DELETE', `/api/organizations/${halden}/members/${soleAdmin}`],
      ['DELETE', `/api/organizations/${halden}/invitations/${foreign!.id}`],
      ['DELETE', `/api/organizations/${halden}/invitations/nosuchinvite`],
      ['POST', `/api/session/invitations/${foreign!.id}/accept`],
      ['POST', '/api/session/invitations/nosuchinvite/accept'],
      ['GET', '/api/activity'],
    ] as const) {
      const reply = await browser.call(method, path);
      bodies.add(JSON.stringify({ ...(await reply.json()), instance: '' }));
    }
    expect([...bodies]).toEqual([expect.stringContaining('There is nothing here, or nothing for you.')]);
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
    const invisible = ['\u200B'.repeat(20), '\u3164'.repeat(20), '\u202E'.repeat(20), ' \u2060'.repeat(10)];
    for (const reason of [undefined, '', 'too short', '%zz', 'x'.repeat(501), ...invisible]) {
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

  it('of ops sees every organization', async () => {
    const browser = await portal.signIn(ops);
    const organizations = await browser.get('/api/organizations?page_size=100');
    expect(organizations.headers.get('total-number')).toBe('12');
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
