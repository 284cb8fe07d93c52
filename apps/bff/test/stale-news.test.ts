import { createHmac } from 'node:crypto';
import { demo, portalWebhook } from '@org-portal/dev-logto';
import { Redis } from 'ioredis';
import { beforeEach, expect, it, vi } from 'vitest';
import { afterwards } from './harness/afterwards.ts';
import type { Browser } from './harness/browser.ts';
import { startPortal } from './harness/portal.ts';
import { describeWithRedis, startRedis } from './harness/redis.ts';

const { halden } = demo.organizations;
const { viewer: viewerRole, admin: adminRole } = demo.organizationRoles;
const { admin, owner, viewer } = demo.users;
const base = `/api/organizations/${halden}`;
const { signingKey } = portalWebhook;

/** Milliseconds, and less than anything is kept. */
const SOON = 2_500;

describeWithRedis('two BFFs on one Redis', async () => {
  const redis = await startRedis();
  const command = new Redis(redis.url);
  afterwards(() => command.disconnect());
  const portal = await startPortal({ REDIS_URL: redis.url, LOGTO_WEBHOOK_SIGNING_KEY: signingKey });
  const { operator, signIn, origin } = portal;
  const other = await portal.another();
  const at = (browser: Browser) => browser.get(`${other}${base}/members`);
  let browser: Browser;

  /** The viewer is a member, and both know it. */
  beforeEach(async () => {
    await operator.call('PATCH', `/users/${viewer}/is-suspended`, { isSuspended: false });
    await operator.call('POST', `/organizations/${halden}/users`, { userIds: [viewer] });
    const organizationRoleIds = [viewerRole];
    await operator.call('PUT', `/organizations/${halden}/users/${viewer}/roles`, { organizationRoleIds });
    await deliver(origin, 'Organization.Membership.Updated');
    browser = await signIn(viewer);
    expect((await at(browser)).status).toBe(200);
  });
  const deliver = (to: string, event: string) => {
    const body = JSON.stringify({ event, createdAt: new Date().toISOString() });
    const signature = createHmac('sha256', signingKey).update(body).digest('hex');
    const headers = { 'content-type': 'application/json', 'logto-signature-sha-256': signature };
    return fetch(`${to}/webhooks/logto`, { method: 'POST', headers, body });
  };

  // Attack: somebody who has just been removed, or demoted, goes on through the instance that has not heard of it.
  it('what is taken from somebody through one is gone at the other with the reply', async () => {
    const [boss, demoted] = [await signIn(owner), await signIn(admin)];
    const read = () => demoted.get(`${other}${base}/activity`);
    for (let round = 0; round < 3; round += 1) {
      expect((await read()).status).toBe(200);
      const roles = (roleIds: string[]) => boss.call('PUT', `${base}/members/${admin}/roles`, { roleIds });
      expect((await roles([viewerRole])).status).toBe(200);
      expect((await read()).status).toBe(403);
      expect((await roles([adminRole])).status).toBe(200);
    }
    expect((await boss.call('DELETE', `${base}/members/${viewer}`)).status).toBe(204);
    expect((await at(browser)).status).toBe(404);
  });

  it.each([
    ['a person', 'User.SuspensionStatus.Updated', 401],
    ['a membership', 'Organization.Membership.Updated', 404],
  ])("Logto's webhook about %s, delivered to one, counts at both", async (what, event, status) => {
    if (what === 'a person') {
      await operator.call('PATCH', `/users/${viewer}/is-suspended`, { isSuspended: true });
    } else {
      await operator.call('DELETE', `/organizations/${halden}/users/${viewer}`);
    }
    expect((await deliver(origin, event)).status).toBe(204);
    expect((await at(browser)).status).toBe(status);
  });

  it('what was told while one did not listen is forgotten as soon as it listens again', async () => {
    await operator.call('DELETE', `/organizations/${halden}/users/${viewer}`);
    await command.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await vi.waitFor(async () => expect((await at(browser)).status).toBe(404), SOON);
  });

  // Attack: something else on that Redis says what no instance would say; better to forget too much than to stumble.
  it.each(['no JSON', '{}', '{"from":"x","stale":{"people":7}}', '{"from":"x","stale":{"people":"all"}}'])(
    'a message such as %s makes all forget',
    async (text) => {
      await operator.call('DELETE', `/organizations/${halden}/users/${viewer}`);
      await command.publish('portal:stale', text);
      await vi.waitFor(async () => expect((await at(browser)).status).toBe(404), SOON);
    },
  );
});
