import { createHmac } from 'node:crypto';
import type { Session } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { describe, expect, it, vi } from 'vitest';
import type { Browser } from './harness/browser.ts';
import { startPortal } from './harness/portal.ts';
import { RawClient } from './harness/raw-client.ts';

const { ops, support } = demo.users;
const KEY = 'the key of a webhook of this test alone';

const portal = await startPortal({ LOGTO_WEBHOOK_SIGNING_KEY: KEY }, { members: 40 });
const browser = await portal.signIn(ops);
const other = await portal.signIn(support);

async function finished(path: string, from: Browser): Promise<void> {
  await vi.waitFor(async () => expect((await from.get(path)).status).toBe(200), {
    timeout: 30_000,
    interval: 20,
  });
}

describe('while Logto is down', async () => {
  await browser.call('POST', '/api/snapshots');
  await finished('/api/snapshots/latest', browser);
  const begun = await browser.call('POST', '/api/access-reviews', {
    name: 'Autumn review',
    organizationIds: [demo.organizations.fjord],
    reviewerIds: [ops],
    dueAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  const { id } = (await begun.json()) as { id: string };
  expect((await other.get('/api/people?q=somebody')).status).toBe(200);
  const before = (await (await browser.get('/api/session')).json()) as Session;
  expect(before.lastKnownAt).toBeNull();
  const downSince = Date.now();
  portal.logto.controls.fail('/api/*', { kind: 'status', status: 503 }, 1_000_000);
  // Whoever was known is not any more.
  for (const one of [browser, other])
    await vi.waitFor(
      async () => {
        const reply = await one.call('POST', '/api/access-reviews/none/cancel');
        expect(await reply.json()).toMatchObject({ code: 'upstream.failed' });
      },
      { timeout: 20_000, interval: 100 },
    );

  it.each([
    '/api/snapshots',
    '/api/snapshots/latest',
    '/api/snapshots/latest/memberships',
    '/api/snapshots/latest/organizations',
    '/api/snapshots/latest/roles',
    '/api/snapshots/latest/flags',
    '/api/access-reviews',
    `/api/access-reviews/${id}`,
    `/api/access-reviews/${id}/lines`,
    `/api/access-reviews/${id}/difference`,
    `/api/access-reviews/${id}/export`,
    '/api/activity',
    '/api/activity/export?format=csv',
  ])('ops reads %s', async (path) => {
    expect((await browser.get(path)).status).toBe(200);
  });

  it('tells who is signed in, and since when it is not known', async () => {
    const now = (await (await browser.get('/api/session')).json()) as Session;
    expect(now).toEqual({ ...before, lastKnownAt: expect.any(String) as string });
    expect(Date.parse(now.lastKnownAt!)).toBeLessThan(downSince);
  });

  // Attack: somebody takes Logto down, and does what they have lost the right to.
  it.each([
    ['POST', '/api/snapshots'],
    ['POST', `/api/access-reviews/${id}/close`],
    ['POST', `/api/access-reviews/${id}/cancel`],
  ])('nobody changes anything: %s %s', async (method, path) => {
    expect(await (await browser.call(method, path)).json()).toMatchObject({ code: 'upstream.failed' });
  });

  // Attack: support waits until Logto is down to read what is for ops.
  it('support learns no more than before', async () => {
    expect((await other.get('/api/snapshots')).status).toBe(404);
    expect((await other.get(`/api/access-reviews/${id}/lines`)).status).toBe(404);
  });

  // Attack: somebody whose role was taken away reads on, as Logto cannot say so.
  it('nobody of whom it is known that something has changed reads on', async () => {
    const client = new RawClient(portal.origin);
    const body = JSON.stringify({
      event: 'OrganizationRole.Data.Updated',
      createdAt: new Date().toISOString(),
    });
    const signature = createHmac('sha256', KEY).update(body).digest('hex');
    const headers = { 'content-type': 'application/json', 'logto-signature-sha-256': signature };
    const { status } = await client.send({ method: 'POST', path: '/webhooks/logto', headers, body });
    expect(status).toBe(204);
    for (const path of ['/api/snapshots', '/api/session'])
      expect(await (await browser.get(path)).json()).toMatchObject({ code: 'upstream.failed' });
  });
});
