import { createHmac } from 'node:crypto';
import { demo, portalWebhook } from '@org-portal/dev-logto';
import { describe, expect, it, vi } from 'vitest';
import { startPortal } from './harness/portal.ts';

const { signingKey } = portalWebhook;
const portal = await startPortal({ LOGTO_WEBHOOK_SIGNING_KEY: signingKey });
const { halden } = demo.organizations;

const sign = (body: string, key: string = signingKey) => createHmac('sha256', key).update(body).digest('hex');
const body = (fields: object = {}) =>
  JSON.stringify({ event: 'User.Data.Updated', createdAt: new Date().toISOString(), ...fields });
const deliver = (text: string, headers: Record<string, string> = {}) =>
  fetch(`${portal.origin}/webhooks/logto`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'logto-signature-sha-256': sign(text), ...headers },
    body: text,
  });
const answer = async (reply: Response) => [reply.status, (await reply.json()).code];

describe('a delivery', () => {
  it('is taken when the signature fits the body', async () => {
    expect((await deliver(body())).status).toBe(204);
  });

  it('of an event that nobody knows is ignored', async () => {
    expect((await deliver(body({ event: 'Moon.Rises' }))).status).toBe(204);
  });

  // Attack: somebody who knows the address, not the key, makes the portal forget what it knows, again and again.
  it.each([
    ['no signature', { 'logto-signature-sha-256': '' }],
    ['a signature by another key', { 'logto-signature-sha-256': sign(body(), 'another key') }],
    ['a shortened signature', { 'logto-signature-sha-256': 'ab' }],
    ['a signature that is no hex', { 'logto-signature-sha-256': 'z'.repeat(64) }],
    ['a signature twice', { 'logto-signature-sha-256': `${'a'.repeat(64)}, ${'a'.repeat(64)}` }],
  ])('with %s is refused', async (_name, headers) => {
    expect(await answer(await deliver(body({ event: 'User.Deleted' }), headers))).toEqual([
      401,
      'webhook.refused',
    ]);
  });

  // Attack: a true delivery is changed on its way.
  it('whose body was changed is refused', async () => {
    const signature = sign(body({ ip: '1' }));
    const reply = await deliver(body({ ip: '2' }), { 'logto-signature-sha-256': signature });
    expect(await answer(reply)).toEqual([401, 'webhook.refused']);
  });

  // Attack: a true delivery is caught and sent again.
  it('that was here before is refused', async () => {
    const text = body({ ip: 'once' });
    expect((await deliver(text)).status).toBe(204);
    expect(await answer(await deliver(text))).toEqual([401, 'webhook.refused']);
  });

  // Attack: a delivery of last week is sent today; or one is dated ahead, to be good for longer.
  it.each([-301_000, 120_000])('dated %i ms from now is refused', async (offset) => {
    const createdAt = new Date(Date.now() + offset).toISOString();
    expect(await answer(await deliver(body({ createdAt })))).toEqual([401, 'webhook.refused']);
  });

  it.each([
    ['{', 400],
    ['[]', 422],
    ['{"event":1,"createdAt":"x"}', 422],
    ['{"event":"User.Deleted","createdAt":"never"}', 401],
    ['', 400],
  ])('that says %s, though signed, is %i', async (text, status) => {
    expect((await deliver(text)).status).toBe(status);
  });

  it('of any other media type is checked the same way', async () => {
    expect((await deliver(body({ ip: 'text' }), { 'content-type': 'text/plain' })).status).toBe(204);
  });

  it('over 256 KB is refused', async () => {
    expect((await deliver(body({ ip: 'x'.repeat(300_000) }))).status).toBe(413);
  });
});

describe('what Logto tells', () => {
  /** Waits for less than what was kept would live by itself. */
  const soon = { timeout: 3_000, interval: 20 };

  it('takes access away at once: a membership, with the next click', async () => {
    const browser = await portal.signIn(demo.users.viewer);
    expect((await browser.get(`/api/organizations/${halden}`)).status).toBe(200);
    await portal.operator.call('DELETE', `/organizations/${halden}/users/${demo.users.viewer}`);
    await vi.waitFor(
      async () => expect((await browser.get(`/api/organizations/${halden}`)).status).toBe(404),
      soon,
    );
  });

  it('takes access away at once: an account that is suspended', async () => {
    const browser = await portal.signIn(demo.users.admin);
    expect((await browser.get('/api/session')).status).toBe(200);
    await portal.operator.call('PATCH', `/users/${demo.users.admin}/is-suspended`, { isSuspended: true });
    await vi.waitFor(async () => expect((await browser.get('/api/session')).status).toBe(401), soon);
  });

  it('takes access away at once: a permission that a role loses', async () => {
    const browser = await portal.signIn(demo.users.owner);
    const permissions = async () => {
      const reply = await browser.get(`/api/organizations/${halden}`);
      return reply.ok ? (await reply.json()).access.permissions : [];
    };
    expect(await permissions()).toContain('remove:member');
    const roles = await portal.operator.call<{ id: string; scopes: { id: string; name: string }[] }[]>(
      'GET',
      '/organization-roles?page=1&page_size=100',
    );
    for (const { id, scopes } of roles) {
      for (const scope of scopes.filter(({ name }) => name === 'remove:member')) {
        await portal.operator.call('DELETE', `/organization-roles/${id}/scopes/${scope.id}`);
      }
    }
    await vi.waitFor(async () => expect(await permissions()).not.toContain('remove:member'), soon);
  });
});

describe('without a signing key', () => {
  it('there is no such path', async () => {
    const other = await startPortal();
    const reply = await fetch(`${other.origin}/webhooks/logto`, { method: 'POST' });
    expect(await answer(reply)).toEqual([404, 'route.not_found']);
  });
});
